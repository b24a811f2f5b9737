package io.zhenggai.kit.event.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The statements that keep what cannot have its effect (decision 4). */
final class DeadLetters {

    private static final String BLOCKED = """
            select distinct aggregate_id from dead_letter
            where aggregate_type = ? and aggregate_id = any (?) and discarded_at is null
            """;
    private static final String INSERT = """
            insert into dead_letter (topic, partition, record_offset, aggregate_type, aggregate_id, headers, data, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private DeadLetters() {}

    /** @return those of the aggregates behind whose dead letter later events must queue */
    static Set<UUID> blocked(Connection connection, String aggregateType, Collection<UUID> aggregates)
            throws SQLException {
        Set<UUID> blocked = new HashSet<>();
        if (aggregates.isEmpty()) {
            return blocked;
        }
        try (PreparedStatement read = connection.prepareStatement(BLOCKED)) {
            read.setString(1, aggregateType);
            read.setArray(2, connection.createArrayOf("uuid", aggregates.toArray()));
            try (ResultSet found = read.executeQuery()) {
                while (found.next()) {
                    blocked.add(found.getObject(1, UUID.class));
                }
            }
        }
        return blocked;
    }

    static void insert(
            Connection connection,
            ConsumerRecord<byte[], byte[]> letter,
            String aggregateType,
            Optional<UUID> aggregate,
            String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, letter.topic());
            insert.setInt(2, letter.partition());
            insert.setLong(3, letter.offset());
            insert.setString(4, aggregateType);
            insert.setObject(5, aggregate.orElse(null));
            insert.setString(6, headers(letter));
            insert.setBytes(7, letter.value());
            // PostgreSQL's text holds no NUL.
            insert.setString(8, reason.replace("\0", ""));
            insert.executeUpdate();
        }
    }

    /** One {@code name: value} per line, in order of names. */
    private static String headers(ConsumerRecord<byte[], byte[]> letter) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Header header : letter.headers()) {
            String value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            lines.put(header.key(), header.key() + ": " + value.replace("\0", ""));
        }
        return String.join("\n", lines.values());
    }
}
