package io.zhenggai.embedded.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Verifies a whole database: every link of every chain, every head that was sealed, every seal. It changes nothing. */
public final class AuditVerification {

    private static final String HISTORIES = """
            select aggregate_type || '/' || aggregate_id as chain, sequence, number, entry, hash,
                   json_build_object('aggregateType', aggregate_type, 'aggregateId', aggregate_id, 'aggregateCity', city,
                                     'aggregateRegion', region, 'action', action, 'person', person,
                                     'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text as columns
            from history_entry order by aggregate_type, aggregate_id, sequence
            """;

    private static final String READINGS = """
            select 'personal-data-read/' || person as chain, sequence, number, entry, hash,
                   json_build_object('person', person, 'city', city, 'region', region, 'data', data, 'owners', owners,
                                     'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text as columns
            from personal_data_read order by person, sequence
            """;

    private static final String UNSEALED = """
            with last_entry as (
                select aggregate_type || '/' || aggregate_id as chain, max(sequence) as sequence, max(number) as number
                from history_entry group by aggregate_type, aggregate_id
            ), last_read as (
                select 'personal-data-read/' || person as chain, max(sequence) as sequence, max(number) as number
                from personal_data_read group by person
            ), sure as (
                select coalesce(max(last_entry), 0) as entry, coalesce(max(last_read), 0) as read from seal
                where coming <= (select running from seal order by number desc limit 1)
            ), head as (
                select last_entry.*, last_entry.number <= sure.entry as overdue from last_entry, sure
                union all
                select last_read.*, last_read.number <= sure.read from last_read, sure
            )
            select count(*) as heads, min(chain) filter (where overdue) as overdue from head
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
        Unsealed unsealed = unsealed(connection);
        unsealed.overdue()
                .ifPresent(chain ->
                        broken.add(new BrokenLink(chain, "its end is older than the last seal and was not sealed")));
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
                unsealed.heads(),
                broken);
    }

    private static Unsealed unsealed(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(UNSEALED);
                ResultSet counted = read.executeQuery()) {
            counted.next();
            return new Unsealed(counted.getLong("heads"), Optional.ofNullable(counted.getString("overdue")));
        }
    }

    /**
     * The ends of chains that no seal has.
     *
     * @param overdue one of them that the last seal could not have missed; see {@code seal} in the migration
     */
    private record Unsealed(long heads, Optional<String> overdue) {}
}
