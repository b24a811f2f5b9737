package io.zhenggai.kit.event.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The statements by which operators see and settle dead letters. */
final class LetterTable {

    private static final String COLUMNS =
            "id, topic, partition, record_offset, aggregate_type, aggregate_id, headers, data, reason, received_at";
    private static final String LIST = "select " + COLUMNS
            + " from dead_letter where discarded_at is null and id > ? and (?::uuid is null or aggregate_id = ?) order by id limit ?";
    private static final String FIND = "select " + COLUMNS + " from dead_letter where discarded_at is null and id = ?";
    /** Of one partition, in the order of Kafka: an aggregate's events share a partition. */
    private static final String FIRST = "select id from dead_letter"
            + " where discarded_at is null and aggregate_type = ? and aggregate_id = ? order by record_offset limit 1";

    private static final String COUNT = "select count(*) from dead_letter"
            + " where discarded_at is null and aggregate_type = ? and aggregate_id = ?";
    private static final String LOCK_PARTITION =
            "select next from consumer_offset where topic = ? and partition = ? for update";
    private static final String DELETE = "delete from dead_letter where id = ?";
    private static final String DISCARD = """
            update dead_letter set discarded_at = clock_timestamp(), discarded_by = ?, discarded_reason = ?
            where id = ? and discarded_at is null
            """;

    private LetterTable() {}

    /** A letter with its body as it came. */
    record Stored(DeadLetter letter, byte @Nullable [] body) {

        /** As it would come from Kafka. */
        ConsumerRecord<byte[], byte[]> toRecord() {
            RecordHeaders headers = new RecordHeaders();
            letter.headers().lines().filter(line -> line.contains(": ")).forEach(line -> {
                int colon = line.indexOf(": ");
                headers.add(line.substring(0, colon), line.substring(colon + 2).getBytes(StandardCharsets.UTF_8));
            });
            return new ConsumerRecord<>(
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    ConsumerRecord.NO_TIMESTAMP,
                    TimestampType.NO_TIMESTAMP_TYPE,
                    ConsumerRecord.NULL_SIZE,
                    body == null ? ConsumerRecord.NULL_SIZE : body.length,
                    null,
                    body,
                    headers,
                    Optional.empty());
        }
    }

    static List<DeadLetter> list(Connection connection, Optional<UUID> aggregate, long behind, int limit)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(LIST)) {
            read.setLong(1, behind);
            read.setObject(2, aggregate.orElse(null));
            read.setObject(3, aggregate.orElse(null));
            read.setInt(4, limit);
            try (ResultSet found = read.executeQuery()) {
                List<DeadLetter> letters = new ArrayList<>();
                while (found.next()) {
                    letters.add(letter(found, null));
                }
                return letters;
            }
        }
    }

    static Optional<Stored> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(FIND)) {
            read.setLong(1, id);
            try (ResultSet found = read.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                byte[] body = found.getBytes("data");
                String text = body == null ? null : new String(body, StandardCharsets.UTF_8);
                return Optional.of(new Stored(letter(found, text), body));
            }
        }
    }

    /** @return the id of the letter behind which the others of its aggregate wait */
    static Optional<Long> first(Connection connection, String aggregateType, UUID aggregate) throws SQLException {
        return number(connection, FIRST, aggregateType, aggregate);
    }

    static long count(Connection connection, String aggregateType, UUID aggregate) throws SQLException {
        return number(connection, COUNT, aggregateType, aggregate).orElse(0L);
    }

    private static Optional<Long> number(Connection connection, String sql, String aggregateType, UUID aggregate)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setString(1, aggregateType);
            read.setObject(2, aggregate);
            try (ResultSet found = read.executeQuery()) {
                return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
            }
        }
    }

    /** Keeps the consumer of that partition, wherever it runs, from deciding meanwhile what has to wait. */
    static void lockPartition(Connection connection, DeadLetter letter) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_PARTITION)) {
            lock.setString(1, letter.topic());
            lock.setInt(2, letter.partition());
            lock.executeQuery().close();
        }
    }

    static void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    static void discard(Connection connection, long id, String by, String reason) throws SQLException {
        try (PreparedStatement discard = connection.prepareStatement(DISCARD)) {
            discard.setString(1, by);
            discard.setString(2, reason);
            discard.setLong(3, id);
            discard.executeUpdate();
        }
    }

    private static DeadLetter letter(ResultSet found, @Nullable String data) throws SQLException {
        return new DeadLetter(
                found.getLong("id"),
                found.getString("topic"),
                found.getInt("partition"),
                found.getLong("record_offset"),
                found.getString("aggregate_type"),
                found.getObject("aggregate_id", UUID.class),
                found.getString("headers"),
                data,
                found.getString("reason"),
                found.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
