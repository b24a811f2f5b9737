package io.zhenggai.issue.ledger;

import io.zhenggai.kit.database.MigrationInJava;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.OpenColumn;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** The texts as received lay open in the database (decision 12). */
@Singleton
class EncryptTextsReceived extends MigrationInJava {

    private final Encryption encryption;

    EncryptTextsReceived(Encryption encryption) {
        super("4", "encrypt texts received");
        this.encryption = encryption;
    }

    @Override
    protected void migrate(Connection connection) throws SQLException {
        new OpenColumn(connection, SourceItems.TEXT_RECEIVED).encrypt(encryption);
    }
}
