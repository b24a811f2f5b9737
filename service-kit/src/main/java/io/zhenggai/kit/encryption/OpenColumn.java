package io.zhenggai.kit.encryption;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** A column of text that is to be encrypted from now on; for migrations, in whose transaction all of it is done or nothing. */
public final class OpenColumn {

    private static final int ROWS = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Connection connection;
    private final EncryptedColumn column;

    public OpenColumn(Connection connection, EncryptedColumn column) {
        this.connection = connection;
        this.column = column;
    }

    /** Adds a column of type {@code bytea} with the digests of the texts; to be called before they are encrypted. */
    public void digest(KeyedDigest digest, String into) throws SQLException {
        execute("alter table {table} add column " + into + " bytea");
        String put = "update {table} set " + into + " = ? where id = ?";
        forEach(put, (owner, text) -> digest.of(text));
    }

    /**
     * Puts a column of type {@code bytea} with the same name in the place of the text's. Constraints and indexes of the text are gone
     * with it; null stays null.
     */
    public void encrypt(Encryption encryption) throws SQLException {
        execute("alter table {table} add column {column}_encrypted bytea");
        forEach(
                "update {table} set {column}_encrypted = ? where id = ?",
                (owner, text) -> encryption.encrypt(text, column, owner));
        execute("alter table {table} drop column {column}");
        execute("alter table {table} rename column {column}_encrypted to {column}");
        // A column that is dropped stays in its rows, where nobody but a reader of the files sees it, until they are
        // written anew: all of them now.
        execute("alter table {table} alter column {column} type bytea using {column} || ''::bytea");
    }

    private void forEach(String update, Stored stored) throws SQLException {
        Optional<UUID> last = Optional.of(BEFORE_ALL);
        while (last.isPresent()) {
            last = updateBehind(last.get(), update, stored);
        }
    }

    /** @return the last id of those that were updated now; empty when there was none behind that one */
    private Optional<UUID> updateBehind(UUID before, String update, Stored stored) throws SQLException {
        String read =
                "select id, {owner}, {column} from {table} where id > ? and {column} is not null order by id limit "
                        + ROWS;
        Optional<UUID> last = Optional.empty();
        try (PreparedStatement open = prepare(read);
                PreparedStatement put = prepare(update)) {
            open.setObject(1, before);
            try (ResultSet found = open.executeQuery()) {
                while (found.next()) {
                    UUID id = found.getObject(1, UUID.class);
                    put.setBytes(1, stored.of(found.getObject(2, UUID.class), found.getString(3)));
                    put.setObject(2, id);
                    put.addBatch();
                    last = Optional.of(id);
                }
            }
            put.executeBatch();
        }
        return last;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(column.named(sql));
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(column.named(sql));
    }

    /** What is stored of a text. */
    private interface Stored {
        byte[] of(UUID owner, String text);
    }
}
