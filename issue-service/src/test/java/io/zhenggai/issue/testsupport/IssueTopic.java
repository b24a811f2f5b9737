package io.zhenggai.issue.testsupport;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** What the other services hear of issues. */
public final class IssueTopic {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private IssueTopic() {}

    /**
     * One event.
     *
     * @param version the aggregate's
     * @param at when it happened
     * @param json the body as sent
     */
    public record Heard(String type, long version, Instant at, String json) {

        public JsonNode state() {
            try {
                return MAPPER.readTree(json).path("state");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @return the events of one issue from the first on, once there are as many */
    public static List<Heard> eventsOf(String issueId, int count) {
        return eventsUntil(issueId, heard -> heard.size() >= count);
    }

    /** @return the events of one issue from the first on, once they are all that is waited for */
    public static List<Heard> eventsUntil(String issueId, Predicate<List<Heard>> complete) {
        return eventsUntil("issue", issueId, complete);
    }

    /** @return the events of something of another type that this service owns */
    public static List<Heard> eventsUntil(String aggregateType, String id, Predicate<List<Heard>> complete) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", Infrastructure.current().bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.of(aggregateType)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<Heard> heard = new ArrayList<>();
            Awaitility.await().atMost(60, SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (id.equals(header(event, "ce_subject"))) {
                        heard.add(new Heard(
                                header(event, "ce_type"),
                                Long.parseLong(header(event, "ce_aggregateversion")),
                                Instant.parse(header(event, "ce_time")),
                                new String(event.value(), StandardCharsets.UTF_8)));
                    }
                });
                return complete.test(heard);
            });
            return heard;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
