package io.zhenggai.kit.event.inbox;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of two partitions of a topic that came at once, with their effects in a real database. */
@QuarkusTest
@OnRealServers
class TopicWorkTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

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

    private final String type = "poll" + NUMBER.incrementAndGet();
    private final TopicPartition even = new TopicPartition(Topics.of(type), 0);
    private final TopicPartition odd = new TopicPartition(Topics.of(type), 1);
    private final List<String> applied = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong time = new AtomicLong();
    private Duration longNeeded = Duration.ZERO;
    private MockConsumer<byte[], byte[]> client;
    private AssignedPartitions assigned;
    private TopicWork work;

    @BeforeEach
    void beginBothPartitions() throws Exception {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", Infrastructure.current().bootstrapServers()))) {
            Topics.create(admin, Set.of(type), 2);
        }
        client = new MockConsumer<>("none");
        client.assign(Set.of(even, odd));
        client.updateBeginningOffsets(Map.of(even, 0L, odd, 0L));
        assigned = new AssignedPartitions(settings.backOff());
        // A topic that was just made may not be known to the broker yet.
        await().ignoreExceptionsInstanceOf(KafkaException.class)
                .untilAsserted(() -> starts.seek(client, Set.of(even, odd), assigned));
        work = new TopicWork(batch, starts, assigned, twoAtOnce, time::get);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void allOfItIsOneTransaction() throws SQLException {
        apply(List.of(named(even, 0, "a"), named(even, 1, "b")), List.of(named(odd, 0, "c")));

        assertThat(applied).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(numbers("next")).containsExactly(2L, 1L);
        assertThat(numbers("xmin::text::bigint").stream().distinct()).hasSize(1);
        assertThat(List.of(assigned.stored(even), assigned.stored(odd))).containsExactly(2L, 1L);
    }

    @Test
    void aRecordWithoutEffectIsPutAsideAndKeepsNothingElseFromHavingIts() throws SQLException {
        apply(List.of(named(even, 0, "a")), List.of(named(odd, 0, "b"), named(odd, 1, "wrong"), named(odd, 2, "c")));

        assertThat(committed()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(numbers("next")).containsExactly(1L, 3L);
        assertThat(Sql.texts(dataSource, "select reason from dead_letter where topic = '" + Topics.of(type) + "'"))
                .singleElement()
                .asString()
                .contains("wrong for good");
    }

    @Test
    void whereOnePartitionHasAnotherOwnerTheOtherHasItsEffectAllTheSame() throws SQLException {
        Sql.execute(
                dataSource,
                "update consumer_offset set next = 5 where topic = '" + Topics.of(type) + "' and partition = 1");

        apply(List.of(named(even, 0, "a")), List.of(named(odd, 0, "of the other owner")));

        assertThat(committed()).containsExactly("a");
        assertThat(numbers("next")).containsExactly(1L, 5L);
        assertThat(assigned.stored(odd)).isEqualTo(5);
        assertThat(client.position(odd)).isEqualTo(5);
    }

    @Test
    void whatFailsForNowRestsWhole() throws SQLException {
        apply(List.of(named(even, 0, "a")), List.of(named(odd, 0, "not now")));

        assertThat(applied).as("tried once").containsExactly("a");
        assertThat(committed()).isEmpty();
        assertThat(numbers("next")).containsExactly(0L, 0L);
        assertThat(client.paused()).containsExactlyInAnyOrder(even, odd);
        assertThat(assigned.trouble()).isPresent();
    }

    @Test
    void afterAFailureForNowTheOthersGoOnWithoutTheOneThatFailsAgain() throws SQLException {
        apply(List.of(named(even, 0, "a")), List.of(named(odd, 0, "not now")));

        apply(List.of(named(even, 0, "a")), List.of(named(odd, 0, "not now")));

        assertThat(committed()).containsExactly("a");
        assertThat(numbers("next")).containsExactly(1L, 0L);
    }

    @Test
    void aStoppedPartitionKeepsTheOthersFromNothing() throws SQLException {
        assigned.stop(odd, "an operator has to look");

        apply(List.of(named(even, 0, "a")), List.of(named(odd, 0, "b")));

        assertThat(committed()).containsExactly("a");
        assertThat(numbers("next")).containsExactly(1L, 0L);
    }

    @Test
    void justEnoughForTwoIsTwoTransactions() throws SQLException {
        apply(named(even, 0, "a", TopicWork.ENOUGH_FOR_TWO - 1), List.of(named(odd, 0, "c")));

        assertThat(committed()).hasSize(TopicWork.ENOUGH_FOR_TWO);
        assertThat(numbers("next")).containsExactly(TopicWork.ENOUGH_FOR_TWO - 1L, 1L);
        assertThat(numbers("xmin::text::bigint")).doesNotHaveDuplicates();
        assertThat(List.of(assigned.stored(even), assigned.stored(odd)))
                .containsExactly(TopicWork.ENOUGH_FOR_TWO - 1L, 1L);
    }

    @Test
    void oneFewerIsStillOne() throws SQLException {
        apply(named(even, 0, "a", TopicWork.ENOUGH_FOR_TWO - 2), List.of(named(odd, 0, "c")));

        assertThat(committed()).hasSize(TopicWork.ENOUGH_FOR_TWO - 1);
        assertThat(numbers("xmin::text::bigint").stream().distinct()).hasSize(1);
    }

    @Test
    void theHalfThatFailsForNowRestsAndTheOtherHasItsEffect() throws SQLException {
        apply(named(even, 0, "a", TopicWork.ENOUGH_FOR_TWO), List.of(named(odd, 0, "not now")));

        assertThat(committed()).hasSize(TopicWork.ENOUGH_FOR_TWO);
        assertThat(numbers("next")).containsExactly((long) TopicWork.ENOUGH_FOR_TWO, 0L);
        assertThat(client.paused()).containsExactly(odd);
    }

    @Test
    void theHalfThatFailsForGoodIsAppliedOneByOneAndTheOtherOnce() throws SQLException {
        apply(
                named(even, 0, "a", TopicWork.ENOUGH_FOR_TWO),
                List.of(named(odd, 0, "b"), named(odd, 1, "wrong"), named(odd, 2, "c")));

        assertThat(committed()).hasSize(TopicWork.ENOUGH_FOR_TWO + 2);
        assertThat(applied.stream().filter(name -> name.startsWith("a"))).hasSize(TopicWork.ENOUGH_FOR_TWO);
        assertThat(numbers("next")).containsExactly((long) TopicWork.ENOUGH_FOR_TWO, 3L);
        assertThat(Sql.texts(dataSource, "select count(*) from dead_letter where topic = '" + Topics.of(type) + "'"))
                .containsExactly("1");
    }

    @Test
    void oneByOneGoesOnAsLongAsItMay() throws SQLException {
        longNeeded = PartitionWork.LONGEST_ONE_BY_ONE.dividedBy(2).minusNanos(1);

        applyToOdd(named(odd, 0, "wrong"), named(odd, 1, "b"), named(odd, 2, "c"));

        assertThat(committed()).containsExactly("b", "c");
        assertThat(client.position(odd)).isZero();
    }

    @Test
    void whatIsLeftThenIsReadAgainFromBehindWhatHasItsEffect() throws SQLException {
        longNeeded = PartitionWork.LONGEST_ONE_BY_ONE.dividedBy(2);

        applyToOdd(named(odd, 0, "wrong"), named(odd, 1, "b"), named(odd, 2, "c"));

        assertThat(committed()).containsExactly("b");
        assertThat(numbers("next")).containsExactly(0L, 2L);
        assertThat(client.position(odd)).isEqualTo(2);

        applyToOdd(named(odd, 2, "c"));

        assertThat(committed()).containsExactly("b", "c");
        assertThat(numbers("next")).containsExactly(0L, 3L);
    }

    @Test
    void theTimeIsOneForAllPartitionsOfALookAndOneRecordOfEachGoesOnAllTheSame() throws SQLException {
        longNeeded = PartitionWork.LONGEST_ONE_BY_ONE;

        apply(
                List.of(named(even, 0, "wrong a"), named(even, 1, "b")),
                List.of(named(odd, 0, "wrong b"), named(odd, 1, "d")));

        assertThat(numbers("next")).containsExactly(1L, 1L);
        assertThat(List.of(client.position(even), client.position(odd))).containsExactly(1L, 1L);
        longNeeded = PartitionWork.LONGEST_ONE_BY_ONE.dividedBy(2).minusNanos(1);

        applyToOdd(named(odd, 1, "wrong c"), named(odd, 2, "d"), named(odd, 3, "e"));

        assertThat(numbers("next")).as("a new look has its time anew").containsExactly(1L, 4L);
    }

    @SafeVarargs
    private void applyToOdd(ConsumerRecord<byte[], byte[]>... records) {
        work.apply(client, new Noting(), Map.of(odd, List.of(records)));
    }

    private void apply(List<ConsumerRecord<byte[], byte[]>> ofEven, List<ConsumerRecord<byte[], byte[]>> ofOdd) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came = new LinkedHashMap<>();
        came.put(even, ofEven);
        came.put(odd, ofOdd);
        work.apply(client, new Noting(), came);
    }

    private List<ConsumerRecord<byte[], byte[]>> named(TopicPartition partition, long offset, String name, int count) {
        return LongStream.range(offset, offset + count)
                .mapToObj(each -> named(partition, each, name + each))
                .toList();
    }

    private ConsumerRecord<byte[], byte[]> named(TopicPartition partition, long offset, String name) {
        UUID id = UUID.nameUUIDFromBytes((type + name).getBytes(StandardCharsets.UTF_8));
        Headers headers = CloudEventHeaders.write(
                "test", id, type + ".changed.v1", id, Instant.parse("2021-10-20T04:00:00Z"), 1, Optional.empty());
        byte[] body = "{\"state\": {\"name\": \"%s\"}, \"change\": {}}"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                body.length,
                new byte[0],
                body,
                headers,
                Optional.empty());
    }

    /** The names whose effect is in the database for good. */
    private List<String> committed() throws SQLException {
        List<String> ids = Sql.texts(
                dataSource, "select aggregate_id::text from consumed_version where aggregate_type = '" + type + "'");
        return applied.stream()
                .distinct()
                .filter(name -> ids.contains(UUID.nameUUIDFromBytes((type + name).getBytes(StandardCharsets.UTF_8))
                        .toString()))
                .toList();
    }

    private List<Long> numbers(String column) throws SQLException {
        return Sql.texts(
                        dataSource,
                        "select " + column + " from consumer_offset where topic = '" + Topics.of(type)
                                + "' order by partition")
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    record Named(String name) {}

    private final class Noting implements EventHandler {
        @Override
        public String aggregateType() {
            return type;
        }

        @Override
        public boolean reads(String eventType) {
            return true;
        }

        @Override
        public void on(Event event) {
            time.addAndGet(longNeeded.toNanos());
            String name = event.state(Named.class).name();
            if (name.startsWith("wrong")) {
                throw new IllegalStateException("wrong for good");
            }
            if (name.equals("not now")) {
                throw new IllegalStateException(new SQLTransientConnectionException("the database is away"));
            }
            applied.add(name);
        }
    }
}
