package io.zhenggai.kit.event.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.EventSettings;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consumer of a topic of its own for each test, moved on by the test step by step. */
@QuarkusTest
@OnRealServers
class EventConsumerTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    AgroalDataSource dataSource;

    @Inject
    EventSettings settings;

    @Inject
    InboxBatch batch;

    @Inject
    PartitionStarts starts;

    @Inject
    TwoAtOnce twoAtOnce;

    private final String type = "odd" + NUMBER.incrementAndGet();
    private final List<String> applied = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private EventConsumer consumer;
    private ConsumerLag lag;

    @BeforeEach
    void buildAConsumer() {
        String servers = Infrastructure.current().bootstrapServers();
        consumer = new EventConsumer(
                List.of(new Collecting()), servers, "group-" + type, settings, batch, starts, twoAtOnce);
        lag = new ConsumerLag(consumer, servers);
    }

    @AfterEach
    void closeIt() {
        consumer.release();
        lag.close();
    }

    @Test
    void brokersThatDoNotAnswerAreNoLagOfZero() throws Exception {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ConsumerLag unanswered = new ConsumerLag(consumer, "127.0.0.1:" + nobody.getLocalPort());

            assertThatThrownBy(unanswered::events).isInstanceOf(KafkaException.class);
            unanswered.close();
        }
    }

    @Test
    void readsATopicThatItsOwnerCreatesLater() throws Exception {
        for (int step = 0; step < 10; step++) {
            consumer.run();
        }
        assertThat(lag.events()).isZero();

        createTopic(2);
        produce(0, "first");
        produce(1, "second");

        assertThat(lag.events()).as("what nobody reads yet is work left").isPositive();
        stepUntil(() -> applied.size() == 2);
        assertThat(applied).containsExactlyInAnyOrder("first", "second");
        stepUntil(() -> lag.events() == 0);
        assertThat(consumer.trouble()).isEmpty();
    }

    @Test
    void aStoredOffsetOutsideTheLogStopsThatPartitionOnlyAndIsWorkLeft() throws Exception {
        createTopic(2);
        produce(0, "lost to us");
        produce(1, "read");
        storeOffset(0, 1_000);

        stepUntil(() -> applied.contains("read"));
        stepUntil(() -> consumer.trouble().isPresent());
        produce(1, "read on");
        stepUntil(() -> applied.contains("read on"));

        assertThat(consumer.trouble().orElseThrow()).contains(type + "-0", "outside the log");
        assertThat(applied).doesNotContain("lost to us");
        assertThat(lag.events()).isPositive();
    }

    @Test
    void aTopicMadeAnewIsNotReadAndIsWorkLeft() throws Exception {
        createTopic(1);
        storeOffset(0, 0);

        stepUntil(() -> consumer.trouble().isPresent());

        assertThat(consumer.trouble().orElseThrow()).contains("made anew");
        assertThat(lag.events()).isPositive();
    }

    @Test
    void aRecordOfWhateverFormIsPutAsideAndTheNextOneIsRead() throws Exception {
        createTopic(1);
        UUID id = UUID.randomUUID();
        send(0, id, new RecordHeaders().add("na\0me", "va\0lue".getBytes(StandardCharsets.UTF_8)), new byte[] {0, -1, 1
        });
        send(0, id, new RecordHeaders().add("ce_type", null), null);
        send(0, id, new RecordHeaders().add("ce_type", (type + ".changed.v1").getBytes(StandardCharsets.UTF_8)), null);
        produce(0, "read");

        stepUntil(() -> applied.contains("read"));

        assertThat(deadLetters()).hasSize(3).first().asString().contains("ce_type is missing");
        assertThat(consumer.trouble()).isEmpty();
    }

    @Test
    void whatFailsOnceIsNoDeadLetterAlsoWhenItComesAlone() throws Exception {
        createTopic(1);
        failures.set(1);
        produce(0, "second try");

        stepUntil(() -> applied.contains("second try"));
        assertThat(deadLetters()).isEmpty();

        failures.set(2);
        produce(0, "twice wrong");
        stepUntil(() -> deadLetters().size() == 1);
        assertThat(deadLetters().get(0)).contains("wrong by chance");
        assertThat(applied).doesNotContain("twice wrong");
    }

    @Test
    void aDeadLetterThatIsReadAgainStaysTheLetterThatItWas() throws Exception {
        createTopic(1);
        send(0, UUID.randomUUID(), new RecordHeaders(), new byte[0]);
        stepUntil(() -> deadLetters().size() == 1);
        consumer.release();
        Sql.execute(dataSource, "update consumer_offset set next = 0 where topic = '" + Topics.of(type) + "'");
        produce(0, "read");

        stepUntil(() -> applied.contains("read"));

        assertThat(deadLetters()).hasSize(1);
    }

    @Test
    void whatCanNeitherHaveItsEffectNorBePutAsideWaitsAndSaysSo() throws Exception {
        createTopic(1);
        Sql.execute(
                dataSource,
                "alter table dead_letter add constraint nothing_more check (topic <> '" + Topics.of(type) + "')");
        send(0, UUID.randomUUID(), new RecordHeaders(), new byte[0]);

        stepUntil(() -> consumer.trouble().isPresent());
        assertThat(consumer.trouble().orElseThrow()).contains("nothing_more");
        assertThat(lag.events()).isPositive();

        Sql.execute(dataSource, "alter table dead_letter drop constraint nothing_more");
        stepUntil(() -> deadLetters().size() == 1);
        stepUntil(() -> consumer.trouble().isEmpty());
    }

    @Test
    void whereTheClientMerelyHasNoPositionTheStoredOffsetIsReadAgain() throws Exception {
        createTopic(1);
        produce(0, "first");
        stepUntil(() -> applied.size() == 1);
        TopicPartition partition = new TopicPartition(Topics.of(type), 0);
        AssignedPartitions assigned = new AssignedPartitions(settings.backOff());

        try (MockConsumer<byte[], byte[]> client = new MockConsumer<>("none")) {
            client.assign(Set.of(partition));
            starts.recover(client, new NoOffsetForPartitionException(partition), assigned);

            assertThat(client.position(partition)).isEqualTo(1);
            assertThat(client.paused()).isEmpty();
        }
        assertThat(assigned.isAtWork(partition)).isTrue();
        assertThat(assigned.stored(partition)).isEqualTo(1);
        assertThat(assigned.trouble()).isEmpty();
    }

    @Test
    void onlyAnOffsetThatIsTrulyOutsideStopsThePartition() throws Exception {
        createTopic(1);
        produce(0, "first");
        stepUntil(() -> applied.size() == 1);
        TopicPartition partition = new TopicPartition(Topics.of(type), 0);
        OffsetOutOfRangeException alarm = new OffsetOutOfRangeException(Map.of(partition, 1L));

        assertThat(troubleAfter(alarm, partition, 0, 1)).isEmpty();
        assertThat(troubleAfter(alarm, partition, 1, 3)).isEmpty();
        assertThat(troubleAfter(alarm, partition, 2, 3).orElseThrow()).contains("outside the log");
        assertThat(troubleAfter(alarm, partition, 0, 0).orElseThrow()).contains("outside the log");
    }

    private Optional<String> troubleAfter(
            OffsetOutOfRangeException alarm, TopicPartition partition, long beginning, long end) {
        AssignedPartitions assigned = new AssignedPartitions(settings.backOff());
        try (MockConsumer<byte[], byte[]> client = new MockConsumer<>("none")) {
            client.assign(Set.of(partition));
            client.updateBeginningOffsets(Map.of(partition, beginning));
            client.updateEndOffsets(Map.of(partition, end));
            starts.recover(client, alarm, assigned);
            assertThat(client.paused().contains(partition))
                    .isEqualTo(assigned.trouble().isPresent());
        }
        return assigned.trouble();
    }

    private void stepUntil(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInSameThread().pollDelay(Duration.ZERO).until(() -> {
            consumer.run();
            return condition.call();
        });
    }

    private void createTopic(int partitions) throws InterruptedException {
        try (Admin admin = Admin.create(servers())) {
            Topics.create(admin, Set.of(type), partitions);
        }
    }

    private static Map<String, Object> servers() {
        return Map.of("bootstrap.servers", Infrastructure.current().bootstrapServers());
    }

    private void produce(int partition, String name) throws ExecutionException, InterruptedException {
        UUID id = UUID.randomUUID();
        byte[] body = "{\"state\": {\"name\": \"%s\"}, \"change\": {}}"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8);
        send(
                partition,
                id,
                CloudEventHeaders.write(
                        "test",
                        id,
                        type + ".changed.v1",
                        id,
                        Instant.parse("2021-10-20T04:00:00Z"),
                        1,
                        Optional.empty()),
                body);
    }

    private void send(int partition, UUID key, Headers headers, byte[] body)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(servers(), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] keyBytes = key.toString().getBytes(StandardCharsets.US_ASCII);
            producer.send(new ProducerRecord<>(Topics.of(type), partition, null, keyBytes, body, headers))
                    .get();
        }
    }

    private List<String> deadLetters() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select reason from dead_letter where topic = ? order by record_offset")) {
            read.setString(1, Topics.of(type));
            try (ResultSet found = read.executeQuery()) {
                List<String> reasons = new ArrayList<>();
                while (found.next()) {
                    reasons.add(found.getString(1));
                }
                return reasons;
            }
        }
    }

    /** As if it had been read before, under another topic id where the topic is not there yet. */
    private void storeOffset(int partition, long next) throws Exception {
        String topicId = next == 0 ? "another" : topicId();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into consumer_offset (topic, partition, topic_id, next) values (?, ?, ?, ?)")) {
            insert.setString(1, Topics.of(type));
            insert.setInt(2, partition);
            insert.setString(3, topicId);
            insert.setLong(4, next);
            insert.executeUpdate();
        }
    }

    private String topicId() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(servers())) {
            return admin.describeTopics(List.of(Topics.of(type)))
                    .allTopicNames()
                    .get()
                    .get(Topics.of(type))
                    .topicId()
                    .toString();
        }
    }

    record Named(String name) {}

    private final class Collecting implements EventHandler {
        @Override
        public String aggregateType() {
            return type;
        }

        @Override
        public boolean reads(String eventType) {
            return eventType.equals(type + ".changed.v1");
        }

        @Override
        public void on(Event event) {
            if (failures.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                throw new IllegalStateException("wrong by chance");
            }
            applied.add(event.state(Named.class).name());
        }
    }
}
