package io.zhenggai.kit.event.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.EventSpans;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real broker and a table that hides the outbox from this session, so that no other relay sees the rows. */
@QuarkusTest
@OnRealServers
class OutboxBatchTest {

    private static final int LARGER_THAN_KAFKA_TAKES = 2 * 1024 * 1024;
    private static final BatchBounds BOUNDS = new BatchBounds(2_000, 8_388_608);

    private final String type = "batch-" + UUID.randomUUID();
    private Connection connection;
    private EventProducer producer;

    @BeforeEach
    void begin() throws Exception {
        Infrastructure infrastructure = Infrastructure.current();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.bootstrapServers()))) {
            Topics.create(admin, Set.of(type), 1);
        }
        connection = DriverManager.getConnection(
                infrastructure.jdbcUrl("issues"), "issues", infrastructure.password("issues"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table outbox (like public.outbox including all)");
        }
        connection.setAutoCommit(false);
        producer = new EventProducer(infrastructure.bootstrapServers(), "relay-" + type, "test", EventSpans.off());
    }

    @AfterEach
    void close() throws SQLException {
        producer.close();
        connection.close();
    }

    @Test
    void whatCanNeverBeSentIsFoundInTheMiddleOfItsBatchAndAllOthersGo() throws Exception {
        UUID bad = UUID.randomUUID();
        insert(UUID.randomUUID(), 1, 100);
        insert(UUID.randomUUID(), 1, 100);
        insert(bad, 1, LARGER_THAN_KAFKA_TAKES);
        insert(bad, 2, 100);
        insert(UUID.randomUUID(), 1, 100);

        sendAll();

        assertThat(Sql.texts(
                        connection,
                        "select aggregate_version || ' ' || (parked_at is not null) from outbox order by id"))
                .as("the bad one is parked, the later one of its aggregate waits")
                .containsExactly("1 true", "2 false");
    }

    @Test
    void whatIsDiscardedIsNotSentAndHasItsPlaceInTheFeed() throws Exception {
        UUID bad = UUID.randomUUID();
        insert(
                bad,
                1,
                ("{\"state\": {}, \"filler\": \"" + "x".repeat(LARGER_THAN_KAFKA_TAKES) + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        insert(bad, 2, 100);
        sendAll();
        long id = Long.parseLong(Sql.texts(connection, "select id from outbox where parked_at is not null")
                .get(0));

        assertThat(ParkedEvents.discard(connection, id)).isPresent();
        assertThat(ParkedEvents.discard(connection, id)).isEmpty();
        connection.commit();
        sendAll();

        assertThat(Sql.texts(connection, "select id from outbox")).isEmpty();
        assertThat(Sql.texts(
                        connection,
                        "select aggregate_version from event_feed where aggregate_id = '" + bad
                                + "' order by position"))
                .containsExactly("1", "2");
    }

    /** A replica of the release before knows no discarded ones, sends them and parks them once more. */
    @Test
    void whatWasDiscardedAndParkedOnceMoreIsSentWhenItIsTriedAgain() throws Exception {
        insert(UUID.randomUUID(), 1, 100);
        try (Statement parked = connection.createStatement()) {
            parked.execute("update outbox set discarded = true, parked_at = now(), parked_reason = 'too large'");
        }
        long id = Long.parseLong(Sql.texts(connection, "select id from outbox").get(0));

        assertThat(ParkedEvents.unpark(connection, id)).isPresent();

        assertThat(Sql.texts(connection, "select discarded from outbox")).containsExactly("f");
        connection.commit();
    }

    /** Nobody could read the feed beyond it. */
    @Test
    void whatIsDiscardedAndCannotBeReadHasNoPlaceInTheFeed() throws Exception {
        UUID bad = UUID.randomUUID();
        insert(bad, 1, LARGER_THAN_KAFKA_TAKES);
        sendAll();
        long id = Long.parseLong(Sql.texts(connection, "select id from outbox where parked_at is not null")
                .get(0));

        assertThat(ParkedEvents.discard(connection, id)).isPresent();
        connection.commit();
        sendAll();

        assertThat(Sql.texts(connection, "select id from outbox")).isEmpty();
        assertThat(Sql.texts(connection, "select position from event_feed where aggregate_id = '" + bad + "'"))
                .isEmpty();
    }

    @Test
    void eachRoundTakesNoMoreThanItsBounds() throws Exception {
        for (int row = 0; row < 5; row++) {
            insert(UUID.randomUUID(), 1, 100);
        }

        assertThat(batch(new BatchBounds(2, 8_388_608)).send()).isEqualTo(2);
        assertThat(batch(new BatchBounds(2_000, 150)).send()).isEqualTo(2);
        assertThat(batch(BOUNDS).send()).isEqualTo(1);
        assertThat(batch(BOUNDS).send()).isZero();
    }

    private void sendAll() throws SQLException {
        while (batch(BOUNDS).send() > 0) {
            // The next round.
        }
    }

    private OutboxBatch batch(BatchBounds bounds) {
        return new OutboxBatch(connection, producer, bounds, Set.of(type), new SimpleMeterRegistry());
    }

    private void insert(UUID aggregate, long version, int bytes) throws SQLException {
        insert(aggregate, version, new byte[bytes]);
    }

    private void insert(UUID aggregate, long version, byte[] data) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data)
                values (?, ?, ?, ?, ?, now(), ?)
                """)) {
            insert.setString(1, type);
            insert.setObject(2, aggregate);
            insert.setLong(3, version);
            insert.setObject(4, UUID.randomUUID());
            insert.setString(5, type + ".changed.v1");
            insert.setBytes(6, data);
            insert.executeUpdate();
        }
        connection.commit();
    }
}
