package io.zhenggai.kit.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The table of answers, within the caller's transaction. Bytes that tell a request are SHA-256 digests. */
@Singleton
class KeptAnswers {

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(?)";
    private static final String FIND =
            "select request_digest, answer from kept_answer where client_digest = ? and kept_until > ?";
    /** Its own, when that is of no use any more, and two others: the table shrinks while it is used. As an array, both by the key: with "in" all rows are read. */
    private static final String FORGET = """
            delete from kept_answer where client_digest = ? or client_digest = any (array(
                select client_digest from kept_answer where kept_until <= ? order by kept_until limit 2
                for update skip locked))
            """;

    private static final String KEEP =
            "insert into kept_answer (client_digest, request_digest, answer, kept_until) values (?, ?, ?, ?)";

    private final AgroalDataSource dataSource;

    KeptAnswers(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What is stored of a request.
     *
     * @param request the digest of what was asked, encrypted: an address could be found by trying
     * @param answer encrypted
     */
    record Row(byte[] request, byte[] answer) {}

    /** @return false while another transaction is at work for this client and key; nobody waits */
    boolean tryLock(byte[] client) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(TRY_LOCK)) {
            // Eight of 32 bytes: two keys in a billion billion share a lock, and then one of them is told to try again.
            lock.setLong(1, ByteBuffer.wrap(client).getLong());
            try (ResultSet taken = lock.executeQuery()) {
                taken.next();
                return taken.getBoolean(1);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    Optional<Row> find(byte[] client, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setBytes(1, client);
            find.setObject(2, utc(now));
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? Optional.of(new Row(found.getBytes(1), found.getBytes(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    void keep(byte[] client, Row row, Instant now, Instant until) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            forget.setBytes(1, client);
            forget.setObject(2, utc(now));
            forget.executeUpdate();
            keep.setBytes(1, client);
            keep.setBytes(2, row.request());
            keep.setBytes(3, row.answer());
            keep.setObject(4, utc(until));
            keep.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("the kept answers cannot be reached", e);
    }
}
