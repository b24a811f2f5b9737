package io.zhenggai.kit.encryption;

import java.util.UUID;

/**
 * A column of type {@code bytea} with texts that {@link Encryption} encrypted, each of which is read in its own place only.
 *
 * @param table with a primary key or unique column {@code id} of type {@code uuid}
 * @param column the column
 * @param owner the column of type {@code uuid} that names the thing whose text it is; it never changes
 */
public record EncryptedColumn(String table, String column, String owner) {

    /** Of a table whose rows are the things themselves. */
    public static EncryptedColumn of(String table, String column) {
        return new EncryptedColumn(table, column, "id");
    }

    /** @return the SQL with these names in it */
    String named(String sql) {
        return sql.replace("{table}", table).replace("{column}", column).replace("{owner}", owner);
    }

    String context(UUID owner) {
        return table + "." + column + " " + owner;
    }
}
