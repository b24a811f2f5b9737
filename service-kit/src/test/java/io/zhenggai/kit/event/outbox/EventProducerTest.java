package io.zhenggai.kit.event.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.EventSpans;
import io.zhenggai.kit.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real broker, on a topic of its own for each test. */
class EventProducerTest {

    private static final int LARGER_THAN_KAFKA_TAKES = 2 * 1024 * 1024;

    private final String type = "sent-" + UUID.randomUUID();
    private final String relay = "relay-" + type;
    private long version;

    @BeforeAll
    static void start() {
        Infrastructure.start();
    }

    @BeforeEach
    void createTheTopic() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            Topics.create(admin, Set.of(type), 1);
        }
    }

    @Test
    void anOwnerThatWakesUpAfterTheTakeOverSendsNothing() throws Exception {
        try (EventProducer frozen = producer()) {
            frozen.send(List.of(row("before")));
            try (EventProducer next = producer()) {
                assertThatThrownBy(() -> frozen.send(List.of(row("too late")))).isInstanceOf(KafkaException.class);
                next.send(List.of(row("after")));
            }
        }

        assertThat(received(2)).containsExactly("before", "after");
    }

    @Test
    void ofARefusedListNothingIsSeenAndTheNextOneGoes() throws Exception {
        try (EventProducer producer = producer()) {
            assertThatThrownBy(() -> producer.send(List.of(row("first"), row("x".repeat(LARGER_THAN_KAFKA_TAKES)))))
                    .isInstanceOf(RecordRefusedException.class);
            producer.send(List.of(row("second")));
        }

        assertThat(received(1)).containsExactly("second");
    }

    private EventProducer producer() {
        return new EventProducer(servers(), relay, "test", EventSpans.off());
    }

    private static String servers() {
        return Infrastructure.current().bootstrapServers();
    }

    private OutboxRow row(String text) {
        version++;
        return new OutboxRow(
                version,
                type,
                UUID.randomUUID(),
                version,
                UUID.randomUUID(),
                type + ".changed.v1",
                Instant.EPOCH,
                Optional.empty(),
                text.getBytes(StandardCharsets.UTF_8),
                false);
    }

    /** All that consumers see, waiting for that many; whatever was aborted before lies before them in the log. */
    private List<String> received(int count) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", servers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        TopicPartition partition = new TopicPartition(Topics.of(type), 0);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(one.value());
                }
            }
        }
        assertThat(values).hasSize(count);
        return values;
    }
}
