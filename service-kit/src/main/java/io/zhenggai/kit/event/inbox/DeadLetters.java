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
            on conflict (topic, partition, record_offset) do nothing
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

    /** A record that is read again, after an operator has moved the offset back, stays the letter that it was. */
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
            insert.setString(8, storable(reason));
            insert.executeUpdate();
        }
    }

    /** PostgreSQL's text holds no NUL. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    /** One {@code name: value} per line, in order of names; a line break within is none of ours and becomes a space. */
    private static String headers(ConsumerRecord<byte[], byte[]> letter) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Header header : letter.headers()) {
            String value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            lines.put(header.key(), storable(header.key() + ": " + value).replaceAll("[\\r\\n]", " "));
        }
        return String.join("\n", lines.values());
    }
}
