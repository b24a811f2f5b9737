package io.zhenggai.kit.event.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What became of records in the live tables, for whoever applies them to a copy. */
final class LiveLetters {

    private static final String DISCARDED = """
            select record_offset from public.dead_letter
            where topic = ? and partition = ? and record_offset >= ? and record_offset < ? and discarded_at is not null
            """;
    private static final String NOTE_DISCARDED = """
            insert into dead_letter (topic, partition, record_offset, aggregate_type, aggregate_id, headers, data, reason,
                                     received_at, discarded_at, discarded_by, discarded_reason)
            select topic, partition, record_offset, aggregate_type, aggregate_id, headers, data, reason,
                   received_at, discarded_at, discarded_by, discarded_reason
            from public.dead_letter where topic = ? and partition = ? and record_offset = any (?)
            on conflict (topic, partition, record_offset) do nothing
            """;
    private static final String FATE = """
            select case when l.discarded_at is not null then 'DISCARDED'
                        when l.id is not null then 'OPEN'
                        when o.next > r.record_offset then 'SETTLED'
                        else 'NOT_READ' end
            from (values (?, ?, ?)) as r (topic, partition, record_offset)
            left join public.consumer_offset o on o.topic = r.topic and o.partition = r.partition
            left join public.dead_letter l
                   on l.topic = r.topic and l.partition = r.partition and l.record_offset = r.record_offset
            """;

    private LiveLetters() {}

    /** What became of one record. */
    enum Fate {
        /** It has not been read. */
        NOT_READ,
        /** It had its effect, or needed none. */
        SETTLED,
        /** It is a dead letter that waits for an operator. */
        OPEN,
        /** It never has its effect. */
        DISCARDED
    }

    static Fate fate(Connection connection, ConsumerRecord<byte[], byte[]> letter) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(FATE)) {
            read.setString(1, letter.topic());
            read.setInt(2, letter.partition());
            read.setLong(3, letter.offset());
            try (ResultSet found = read.executeQuery()) {
                found.next();
                return Fate.valueOf(found.getString(1));
            }
        }
    }

    /** @return of each portion the offsets of its records that operators have discarded */
    static Map<PartitionOffset, Set<Long>> discarded(Connection connection, List<Portion> portions)
            throws SQLException {
        Map<PartitionOffset, Set<Long>> discarded = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(DISCARDED)) {
            for (Portion portion : portions) {
                PartitionOffset offset = portion.offset();
                read.setString(1, offset.topic());
                read.setInt(2, offset.partition());
                read.setLong(3, portion.records().get(0).offset());
                read.setLong(4, offset.next());
                discarded.put(offset, offsets(read));
            }
        }
        return discarded;
    }

    private static Set<Long> offsets(PreparedStatement read) throws SQLException {
        try (ResultSet found = read.executeQuery()) {
            Set<Long> offsets = new HashSet<>();
            while (found.next()) {
                offsets.add(found.getLong(1));
            }
            return offsets;
        }
    }

    /** Notes in the copy, on whose tables the connection works, which discarded letters it has passed over; none is nothing. */
    static void noteDiscarded(Connection connection, PartitionOffset partition, Set<Long> offsets) throws SQLException {
        if (offsets.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(NOTE_DISCARDED)) {
            insert.setString(1, partition.topic());
            insert.setInt(2, partition.partition());
            insert.setArray(3, connection.createArrayOf("bigint", offsets.toArray()));
            insert.executeUpdate();
        }
    }
}
