package io.zhenggai.kit.event.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a service notes of a topic that it reads, beside what the copy of its projection notes: compared, then replaced. */
final class LiveInbox {

    private static final String LOCK =
            "select next from public.consumer_offset where topic = ? order by partition for update";
    private static final String BEHIND = """
            select coalesce(sum(greatest(o.next - coalesce(c.next, 0), 0)), 0)
            from public.consumer_offset o left join {copy}.consumer_offset c using (topic, partition) where o.topic = ?
            """;
    /** Each finds a reason, or no row, why the copy is not what the live tables are to be. */
    private static final List<String> REASONS = List.of("""
            select 'the topic was made anew: partition ' || o.partition
            from public.consumer_offset o join {copy}.consumer_offset c using (topic, partition)
            where o.topic = ? and o.topic_id <> c.topic_id limit 1
            """, """
            select 'the dead letter ' || l.topic || '-' || l.partition || ' at ' || l.record_offset
                   || ' was discarded after the copy had passed it; start another rebuild'
            from public.dead_letter l
            join {copy}.consumer_offset c on c.topic = l.topic and c.partition = l.partition and l.record_offset < c.next
            where l.topic = ? and l.discarded_at is not null
              and not exists (select from {copy}.dead_letter d where {same} and d.discarded_at is not null) limit 1
            """, """
            select 'the dead letter ' || d.topic || '-' || d.partition || ' at ' || d.record_offset
                   || ' was settled after the copy had put it aside; start another rebuild'
            from {copy}.dead_letter d
            join public.consumer_offset o on o.topic = d.topic and o.partition = d.partition and d.record_offset < o.next
            where d.topic = ? and d.discarded_at is null
              and not exists (select from public.dead_letter l where {same} and l.discarded_at is null) limit 1
            """);

    private static final String UNKNOWN = """
            select count(*) from public.consumed_version v
            left join {copy}.consumed_version c using (aggregate_type, aggregate_id)
            where v.aggregate_type = ? and coalesce(c.version, 0) < v.version
            """;
    private static final String SETTLE = """
            with settled as (
                delete from public.dead_letter l using {copy}.consumer_offset c
                where l.topic = ? and l.discarded_at is null
                  and c.topic = l.topic and c.partition = l.partition and l.record_offset < c.next
                  and not exists (select from {copy}.dead_letter d where {same})
                returning l.*)
            insert into event_operation (person, name, action, reason, aggregate_type, aggregate_id, type, topic, partition,
                                         record_offset)
            select r.person, r.name, 'REBUILD_LETTER', r.reason, s.aggregate_type, s.aggregate_id,
                   substring(s.headers from '(?n)^ce_type: (.*)$'), s.topic, s.partition, s.record_offset
            from settled s, projection_rebuild r where r.id = ? order by s.id
            """;
    /** What the copy has read further than the live consumer and put aside. */
    private static final String ADD_LETTERS = """
            insert into public.dead_letter (topic, partition, record_offset, aggregate_type, aggregate_id, headers, data, reason,
                                            received_at)
            select topic, partition, record_offset, aggregate_type, aggregate_id, headers, data, reason, received_at
            from {copy}.dead_letter where topic = ? and discarded_at is null order by id
            on conflict (topic, partition, record_offset) do nothing
            """;

    private static final String VERSIONS = """
            insert into public.consumed_version as live (aggregate_type, aggregate_id, version)
            select aggregate_type, aggregate_id, version from {copy}.consumed_version where aggregate_type = ?
            on conflict (aggregate_type, aggregate_id) do update set version = excluded.version
            where live.version <> excluded.version
            """;
    private static final String OFFSETS = """
            insert into public.consumer_offset as live (topic, partition, topic_id, next)
            select topic, partition, topic_id, next from {copy}.consumer_offset where topic = ?
            on conflict (topic, partition) do update set next = excluded.next where live.next <> excluded.next
            """;

    private final Connection connection;
    private final String copy;
    private final String topic;
    private final String aggregateType;

    LiveInbox(Connection connection, String copy, String topic, String aggregateType) {
        this.connection = connection;
        this.copy = copy;
        this.topic = topic;
        this.aggregateType = aggregateType;
    }

    /** From now on the live consumer, and whoever settles letters, waits for the end of the transaction. */
    void lock() throws SQLException {
        query(LOCK, topic);
    }

    /** @return how many places the copy is behind the live consumer, partitions in which it is ahead left out */
    long behind() throws SQLException {
        return Long.parseLong(query(BEHIND, topic).get(0));
    }

    /** @return why the copy must not take the place of the live tables; empty when it may */
    Optional<String> reasonAgainst() throws SQLException {
        for (String reason : REASONS) {
            List<String> found = query(reason, topic);
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        String unknown = query(UNKNOWN, aggregateType).get(0);
        return unknown.equals("0")
                ? Optional.empty()
                : Optional.of(
                        "the topic does not hold any more what the live tables know of " + unknown + " aggregates");
    }

    /** Open letters that had their effect in the copy go, on record; the others stay. Then all is noted as the copy has it. */
    void replace(long rebuild) throws SQLException {
        try (PreparedStatement settle = connection.prepareStatement(sql(SETTLE))) {
            settle.setString(1, topic);
            settle.setLong(2, rebuild);
            settle.executeUpdate();
        }
        for (Map.Entry<String, String> one :
                List.of(Map.entry(ADD_LETTERS, topic), Map.entry(VERSIONS, aggregateType), Map.entry(OFFSETS, topic))) {
            try (PreparedStatement replace = connection.prepareStatement(sql(one.getKey()))) {
                replace.setString(1, one.getValue());
                replace.executeUpdate();
            }
        }
    }

    private List<String> query(String statement, String parameter) throws SQLException {
        return Lines.of(connection, sql(statement), parameter);
    }

    private String sql(String statement) {
        return statement
                .replace("{copy}", copy)
                .replace(
                        "{same}",
                        "d.topic = l.topic and d.partition = l.partition and d.record_offset = l.record_offset");
    }
}
