package io.zhenggai.notification.dispatch;

import io.zhenggai.kit.database.MigrationInJava;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.kit.encryption.OpenColumn;
import io.zhenggai.notification.contact.PostHolders;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Addresses lay open in the database (decision 12). */
@Singleton
class EncryptAddresses extends MigrationInJava {

    private static final List<String> BEFORE = List.of(
            "drop index contact_email",
            "drop index dispatch_one_a_day",
            "alter table dispatch_attempt add column id uuid not null unique default gen_random_uuid()");

    private static final List<String> AFTER = List.of(
            "alter table contact alter column email set not null, alter column email_digest set not null",
            "alter table dispatch alter column address set not null, alter column address_digest set not null",
            "create index contact_email on contact (email_digest)",
            "create unique index dispatch_one_a_day on dispatch (address_digest, day) where status <> 'CANCELLED'");

    private final Encryption encryption;
    private final KeyedDigest digest;

    EncryptAddresses(Encryption encryption, KeyedDigest digest) {
        super("3", "encrypt addresses");
        this.encryption = encryption;
        this.digest = digest;
    }

    @Override
    protected void migrate(Connection connection) throws SQLException {
        execute(connection, BEFORE);
        new OpenColumn(connection, PostHolders.EMAIL).digest(digest, "email_digest");
        new OpenColumn(connection, DispatchColumns.ADDRESS).digest(digest, "address_digest");
        for (EncryptedColumn column : List.of(
                PostHolders.EMAIL,
                DispatchColumns.ADDRESS,
                DispatchColumns.SERVER_ANSWER,
                DispatchColumns.ATTEMPT_ANSWER)) {
            new OpenColumn(connection, column).encrypt(encryption);
        }
        execute(connection, AFTER);
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
