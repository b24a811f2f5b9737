package io.zhenggai.embedded.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Verifies a whole database: every link of every chain, every head that was sealed, every seal. It changes nothing. */
public final class AuditVerification {

    private static final String HISTORIES = """
            select aggregate_type || '/' || aggregate_id as chain, sequence, number, entry, hash,
                   case when entry is json object and pg_input_is_valid(entry::json ->> 'at', 'timestamptz') then
                       (entry::json ->> 'aggregateType', entry::json ->> 'aggregateId', entry::json ->> 'aggregateCity',
                        entry::json ->> 'aggregateRegion', entry::json ->> 'action', entry::json ->> 'person',
                        (entry::json ->> 'at')::timestamptz)
                       is not distinct from (aggregate_type, aggregate_id::text, city, region, action, person, at)
                   else false end as agrees
            from history_entry order by aggregate_type, aggregate_id, sequence
            """;

    private static final String READINGS = """
            select 'personal-data-read/' || person as chain, sequence, number, entry, hash,
                   case when entry is json object and pg_input_is_valid(entry::json ->> 'at', 'timestamptz') then
                       (entry::json ->> 'person', entry::json ->> 'city', entry::json ->> 'region', entry::json ->> 'data',
                        (entry::json ->> 'at')::timestamptz, entry::jsonb -> 'owners')
                       is not distinct from (person, city, region, data, at, to_jsonb(owners))
                   else false end as agrees
            from personal_data_read order by person, sequence
            """;

    private static final String UNSEALED = """
            select count(*) from (
                select aggregate_type || '/' || aggregate_id as chain, max(sequence) as sequence from history_entry
                group by aggregate_type, aggregate_id
                union all
                select 'personal-data-read/' || person, max(sequence) from personal_data_read group by person
            ) as head
            where not exists (select from sealed_head as sealed where (sealed.chain, sealed.sequence) = (head.chain, head.sequence))
            """;

    private AuditVerification() {}

    /**
     * @param connection within a transaction of its own: what is read belongs together
     * @param kept seals that were exported, number to hash in hexadecimal digits
     */
    public static AuditFindings of(Connection connection, Map<Long, String> kept) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            return verified(connection, kept);
        } finally {
            connection.rollback();
        }
    }

    private static AuditFindings verified(Connection connection, Map<Long, String> kept) throws SQLException {
        ChainWalk histories = ChainWalk.of(connection, "history_entry", HISTORIES);
        ChainWalk readings = ChainWalk.of(connection, "personal_data_read", READINGS);
        SealWalk seals = SealWalk.of(connection);
        List<BrokenLink> broken = new ArrayList<>();
        histories.first().ifPresent(broken::add);
        readings.first().ifPresent(broken::add);
        seals.first().ifPresent(broken::add);
        new TreeMap<>(kept).forEach((number, hash) -> {
            if (!hash.equals(seals.hashes().get(number))) {
                broken.add(new BrokenLink("seal " + number, "it is gone or is another one than was exported"));
            }
        });
        return new AuditFindings(
                histories.links(),
                histories.chains(),
                readings.links(),
                readings.chains(),
                seals.hashes().size(),
                count(connection, UNSEALED),
                broken);
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(sql);
                ResultSet counted = read.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
