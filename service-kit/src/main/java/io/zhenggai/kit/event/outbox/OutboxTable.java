package io.zhenggai.kit.event.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The statements of the relay on its own connection. */
final class OutboxTable {

    /** The sizes are known without reading the data; the first row comes whatever its size. */
    static final String READ = """
            select id, aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, traceparent, data, discarded
            from (select o.*, sum(octet_length(data)) over (order by id) - octet_length(data) as bytes_before
                  from (select * from outbox o
                        where parked_at is null
                          and not exists (select 1 from outbox p
                                          where p.parked_at is not null
                                            and p.aggregate_type = o.aggregate_type and p.aggregate_id = o.aggregate_id)
                        order by id
                        limit ?) o) counted
            where bytes_before < ?
            order by id
            """;

    /** In the order in which they were sent; by snapshots nothing happened. */
    static final String DELETE = """
            with sent as (delete from outbox where id = any (?) returning *)
            insert into event_feed (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data)
            select aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data from sent
            where aggregate_type = any (?) and not snapshot
            order by id
            """;

    private static final String PARK =
            "update outbox set parked_at = clock_timestamp(), parked_reason = ? where id = ?";

    private OutboxTable() {}

    /**
     * The oldest rows, leaving out every aggregate of which a row is parked.
     *
     * @param rows at most
     * @param bytes of event data after which no further row is begun
     */
    static List<OutboxRow> read(Connection connection, int rows, long bytes) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setInt(1, rows);
            read.setLong(2, bytes);
            try (ResultSet found = read.executeQuery()) {
                List<OutboxRow> oldest = new ArrayList<>();
                while (found.next()) {
                    oldest.add(row(found));
                }
                return oldest;
            }
        }
    }

    /**
     * Takes what was sent or discarded off the queue, and to its place in the feed.
     *
     * @param fed the aggregate types that have one
     */
    static void delete(Connection connection, List<OutboxRow> rows, Set<String> fed) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            delete.setArray(2, connection.createArrayOf("text", fed.toArray()));
            delete.executeUpdate();
        }
    }

    static void park(Connection connection, OutboxRow row, String reason) throws SQLException {
        try (PreparedStatement park = connection.prepareStatement(PARK)) {
            park.setString(1, reason);
            park.setLong(2, row.id());
            park.executeUpdate();
        }
    }

    private static OutboxRow row(ResultSet found) throws SQLException {
        return new OutboxRow(
                found.getLong("id"),
                found.getString("aggregate_type"),
                found.getObject("aggregate_id", UUID.class),
                found.getLong("aggregate_version"),
                found.getObject("event_id", UUID.class),
                found.getString("type"),
                found.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(found.getString("traceparent")),
                found.getBytes("data"),
                found.getBoolean("discarded"));
    }
}
