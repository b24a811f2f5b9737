package io.zhenggai.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.encryption.Sha256;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Seals the last entries of all chains that have grown, in one transaction that no writer waits for: it looks at what is committed and
 * locks nothing of it.
 */
@Singleton
class SealingService {

    /** Any fixed number: it only has to be the same in all replicas and unused by others in this database. */
    static final long LOCK = 0x5A47_5345_414C_4C4BL;

    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);
    private static final int ROWS = 5_000;

    private static final String TAKE = "select pg_try_advisory_xact_lock(?), clock_timestamp() as now";

    private static final String LAST = "select number, at, running, hash from seal order by number desc limit 1";

    /**
     * By one snapshot. All transactions below {@code running} were at their end; {@code coming} is drawn after the snapshot was taken, so every
     * transaction that had drawn a number by then is below it. Not the end of the snapshot: what runs may lie above that.
     */
    private static final String SEEN = """
            select (select coalesce(max(number), 0) from history_entry) as last_entry,
                   (select coalesce(max(number), 0) from personal_data_read) as last_read,
                   pg_snapshot_xmin(snapshot)::text::bigint as running, pg_current_xact_id()::text::bigint as coming
            from pg_current_snapshot() as snapshot
            """;

    /**
     * A number is drawn before its row is committed, and seals see what is committed. What the last seal could not see has a higher number
     * than was seen by a seal whose transactions were all at their end by then. In a database that was restored elsewhere, where
     * transactions are counted anew, that is so late at worst, and more is looked at again.
     */
    private static final String SEEN_FOR_SURE = """
            select coalesce(max(last_entry), 0) as entry, coalesce(max(last_read), 0) as read from seal where coming <= ?
            """;

    /** What was sealed as it is stays where it was sealed. */
    private static final String SEAL_HISTORIES = """
            insert into sealed_head (chain, sequence, hash, seal)
            select aggregate_type || '/' || aggregate_id, sequence, hash, ? from (
                select distinct on (aggregate_type, aggregate_id) aggregate_type, aggregate_id, sequence, hash
                from history_entry where number > ? order by aggregate_type, aggregate_id, sequence desc
            ) as head
            on conflict do nothing
            """;

    private static final String SEAL_READS = """
            insert into sealed_head (chain, sequence, hash, seal)
            select 'personal-data-read/' || person, sequence, hash, ? from (
                select distinct on (person) person, sequence, hash
                from personal_data_read where number > ? order by person, sequence desc
            ) as head
            on conflict do nothing
            """;

    private static final String HEADS =
            "select chain, sequence, hash from sealed_head where seal = ? order by chain, sequence";

    private static final String INSERT = """
            insert into seal (number, at, last_entry, last_read, running, coming, heads, hash) values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final AgroalDataSource dataSource;

    SealingService(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param interval how old the last seal must be
     * @return how many heads were sealed; 0 when it is not time, when nothing has grown, or when another replica is at it
     */
    long seal(Duration interval) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST_TRANSACTION.toSeconds())
                .call(() -> {
                    try (Connection connection = dataSource.getConnection()) {
                        Optional<Instant> now = take(connection);
                        if (now.isEmpty()) {
                            return 0L;
                        }
                        Optional<LastSeal> last = last(connection);
                        return last.map(seal -> seal.isOlderThan(interval, now.get()))
                                        .orElse(true)
                                ? seal(connection, last.orElse(LastSeal.NONE), now.get())
                                : 0L;
                    }
                });
    }

    private static Optional<Instant> take(Connection connection) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setLong(1, LOCK);
            try (ResultSet taken = take.executeQuery()) {
                taken.next();
                return taken.getBoolean(1)
                        ? Optional.of(
                                taken.getObject("now", OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        }
    }

    private static Optional<LastSeal> last(Connection connection) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement(LAST);
                ResultSet found = last.executeQuery()) {
            return found.next()
                    ? Optional.of(new LastSeal(
                            found.getLong("number"),
                            found.getObject("at", OffsetDateTime.class).toInstant(),
                            found.getLong("running"),
                            found.getBytes("hash")))
                    : Optional.empty();
        }
    }

    private static long seal(Connection connection, LastSeal last, Instant now) throws SQLException {
        long number = last.number() + 1;
        Seen seen = seen(connection);
        long heads = 0;
        try (PreparedStatement forSure = connection.prepareStatement(SEEN_FOR_SURE)) {
            forSure.setLong(1, last.running());
            try (ResultSet found = forSure.executeQuery()) {
                found.next();
                heads += sealBehind(connection, SEAL_HISTORIES, number, found.getLong("entry"));
                heads += sealBehind(connection, SEAL_READS, number, found.getLong("read"));
            }
        }
        if (heads > 0) {
            insert(connection, number, now, seen, heads, digest(connection, last, number, now, seen));
        }
        return heads;
    }

    private static Seen seen(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(SEEN);
                ResultSet found = read.executeQuery()) {
            found.next();
            return new Seen(
                    found.getLong("last_entry"),
                    found.getLong("last_read"),
                    found.getLong("running"),
                    found.getLong("coming"));
        }
    }

    private static long sealBehind(Connection connection, String sql, long seal, long number) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, seal);
            insert.setLong(2, number);
            return insert.executeLargeUpdate();
        }
    }

    private static byte[] digest(Connection connection, LastSeal last, long number, Instant now, Seen seen)
            throws SQLException {
        MessageDigest digest = Sha256.begin();
        digest.update(last.hash());
        digest.update((number + "\n" + now + "\n" + seen.inOneLine() + "\n").getBytes(StandardCharsets.UTF_8));
        HexFormat hex = HexFormat.of();
        try (PreparedStatement read = connection.prepareStatement(HEADS)) {
            read.setLong(1, number);
            read.setFetchSize(ROWS);
            try (ResultSet head = read.executeQuery()) {
                while (head.next()) {
                    String line = head.getString("chain") + " " + head.getLong("sequence") + " "
                            + hex.formatHex(head.getBytes("hash")) + "\n";
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return digest.digest();
    }

    private static void insert(Connection connection, long number, Instant now, Seen seen, long heads, byte[] hash)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, number);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.setLong(3, seen.lastEntry());
            insert.setLong(4, seen.lastRead());
            insert.setLong(5, seen.running());
            insert.setLong(6, seen.coming());
            insert.setLong(7, heads);
            insert.setBytes(8, hash);
            insert.executeUpdate();
        }
    }

    private record Seen(long lastEntry, long lastRead, long running, long coming) {
        String inOneLine() {
            return lastEntry + " " + lastRead + " " + running + " " + coming;
        }
    }

    private record LastSeal(long number, Instant at, long running, byte[] hash) {
        /** One of a time to come was set by a clock that went wrong, and is waited for by nobody. */
        boolean isOlderThan(Duration interval, Instant now) {
            return at.isAfter(now) || !at.plus(interval).isAfter(now);
        }

        /** Before the first one. */
        static final LastSeal NONE = new LastSeal(0, Instant.EPOCH, 0, new byte[0]);
    }
}
