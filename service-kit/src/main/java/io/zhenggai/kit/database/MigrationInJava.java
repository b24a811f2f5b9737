package io.zhenggai.kit.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** A migration that needs what the database does not have; a bean of its service. All of it is one transaction. */
public abstract class MigrationInJava implements JavaMigration {

    private final MigrationVersion version;
    private final String description;

    /** @param version among those of the service's migrations in SQL */
    protected MigrationInJava(String version, String description) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
    }

    /** @param connection within the transaction, which is committed by whoever calls */
    protected abstract void migrate(Connection connection) throws SQLException;

    @Override
    public final void migrate(Context context) throws SQLException {
        migrate(context.getConnection());
    }

    @Override
    public final MigrationVersion getVersion() {
        return version;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    /** Of no use: what it does is compiled. */
    @Override
    public final Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }
}
