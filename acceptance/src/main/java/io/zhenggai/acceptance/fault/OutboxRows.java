package io.zhenggai.acceptance.fault;

import static org.awaitility.Awaitility.await;

import io.zhenggai.embedded.system.LocalService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The outbox of issue-service, looked into so that a fault is known to have struck where it was meant to. */
final class OutboxRows {

    private static final Set<String> TOPIC = Set.of("zhenggai.issue");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ReplicatedSystem system;

    OutboxRows(ReplicatedSystem system) {
        this.system = system;
    }

    /** @return the ids of the events that are committed and not parked, and not deleted for good */
    Set<UUID> waiting() throws SQLException {
        try (Connection database = database();
                PreparedStatement read =
                        database.prepareStatement("select event_id from outbox where parked_at is null");
                ResultSet row = read.executeQuery()) {
            Set<UUID> ids = new HashSet<>();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    /** @return the highest id that a row has been given, also one that is not committed yet */
    long highestGiven() throws SQLException {
        return number("select pg_sequence_last_value(pg_get_serial_sequence('outbox', 'id')::regclass)");
    }

    /** Waits until a row with an id above this one has been sent and deleted for good. */
    void awaitSentAbove(long id) {
        await("an event with an outbox id above " + id + " to be sent")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> number("select count(*) from watch.appended a where outbox_id > " + id
                                + " and not exists (select from outbox o where o.id = a.outbox_id)")
                        > 0);
    }

    /** @return those of the events that are on the topic for good, as soon as any is */
    Set<UUID> awaitOnTopic(Set<UUID> events) {
        return await("what waits in the outbox to be on the topic")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> onTopic(events).keySet(), found -> !found.isEmpty());
    }

    /** Waits until each of the events is on the topic more than once. */
    void awaitSentAgain(Set<UUID> events) {
        await("what was on the topic and in the outbox to be sent again")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> onTopic(events).values().stream()
                                .filter(times -> times > 1)
                                .count()
                        == events.size());
    }

    private Map<UUID, Long> onTopic(Set<UUID> events) {
        return system.log().readAll(TOPIC, Findings::sent).stream()
                .map(Findings.Sent::eventId)
                .filter(events::contains)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** @return whether rows wait with an id below that of the event and others with an id above it */
    boolean isAmongOthers(UUID event) throws SQLException {
        return number("""
                select (exists (select from outbox o, outbox it where it.event_id = '%1$s' and o.id < it.id)
                    and exists (select from outbox o, outbox it where it.event_id = '%1$s' and o.id > it.id))::int
                """.formatted(event)) == 1;
    }

    private long number(String query) throws SQLException {
        try (Connection database = database();
                PreparedStatement read = database.prepareStatement(query);
                ResultSet row = read.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection database() throws SQLException {
        return system.local().openDatabase(LocalService.ISSUE);
    }
}
