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
import org.jboss.logging.Logger;

/** Encrypts with the first key what was encrypted with another one, some rows in a transaction. */
@Singleton
class KeyRotationService {

    private static final Logger LOG = Logger.getLogger(KeyRotationService.class);

    static final int ROWS = 200;

    /** What others have locked they write with the first key, or the next pass finds it. */
    private static final String OUTDATED = """
            select id, {owner}, {column} from {table}
            where id > ? and {column} is not null and substring({column} from 1 for ?) <> ?
            order by id limit ? for update skip locked
            """;

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
     * @param unreadable how many stay as they are, since their key is not configured or they were changed
     */
    record Rotated(Optional<UUID> last, int rotated, int unreadable) {}

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
        int unreadable = 0;
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
                    unreadable++;
                    LOG.errorf("%s.%s of %s stays as it is: %s", column.table(), column.column(), id, e.getMessage());
                }
            }
        }
        put.executeBatch();
        return new Rotated(last, rotated, unreadable);
    }
}
