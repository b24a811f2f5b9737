package io.zhenggai.kit.encryption;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Encrypts with the first key what was encrypted with another one, some rows in a transaction. */
@Singleton
class KeyRotationService {

    static final int ROWS = 200;

    /** What others have locked they write with the first key, or the next pass finds it. */
    private static final String OUTDATED = """
            select id, {owner}, {column} from {table}
            where id > ? and {column} is not null and substring({column} from 1 for ?) <> ?
            order by id limit ? for update skip locked
            """;

    private static final String COUNT =
            "select count(*) from {table} where {column} is not null and substring({column} from 1 for ?) <> ?";

    private static final String PUT = "update {table} set {column} = ? where id = ?";

    private final AgroalDataSource dataSource;
    private final Encryption encryption;

    KeyRotationService(AgroalDataSource dataSource, Encryption encryption) {
        this.dataSource = dataSource;
        this.encryption = encryption;
    }

    /**
     * What became of some rows.
     *
     * @param last the id of the last one; empty when there was none behind the one asked for
     * @param rotated how many have the first key now
     * @param unreadable why one stays as it is, since its key is not configured or it was changed; empty when none does
     */
    record Rotated(Optional<UUID> last, int rotated, Optional<String> unreadable) {}

    /** Encrypts up to {@value #ROWS} values of the column anew, of the rows behind that id. */
    Rotated rotateBehind(UUID before, EncryptedColumn column) {
        return QuarkusTransaction.requiringNew().call(() -> {
            byte[] head = encryption.head();
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement read = connection.prepareStatement(column.named(OUTDATED));
                    PreparedStatement put = connection.prepareStatement(column.named(PUT))) {
                read.setObject(1, before);
                read.setInt(2, head.length);
                read.setBytes(3, head);
                read.setInt(4, ROWS);
                return rotate(read, put, column);
            }
        });
    }

    private Rotated rotate(PreparedStatement read, PreparedStatement put, EncryptedColumn column) throws SQLException {
        Optional<UUID> last = Optional.empty();
        int rotated = 0;
        Optional<String> unreadable = Optional.empty();
        try (ResultSet found = read.executeQuery()) {
            while (found.next()) {
                UUID id = found.getObject(1, UUID.class);
                UUID owner = found.getObject(2, UUID.class);
                last = Optional.of(id);
                try {
                    put.setBytes(
                            1, encryption.encrypt(encryption.decrypt(found.getBytes(3), column, owner), column, owner));
                    put.setObject(2, id);
                    put.addBatch();
                    rotated++;
                } catch (UnreadableException e) {
                    unreadable = Optional.of(id + ": " + e.getMessage());
                }
            }
        }
        put.executeBatch();
        return new Rotated(last, rotated, unreadable);
    }

    /** @return how many values of the column are not under the first key, whoever has them locked */
    long outdated(EncryptedColumn column) {
        byte[] head = encryption.head();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(column.named(COUNT))) {
            count.setInt(1, head.length);
            count.setBytes(2, head);
            try (ResultSet counted = count.executeQuery()) {
                counted.next();
                return counted.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is to be encrypted anew could not be counted", e);
        }
    }
}
