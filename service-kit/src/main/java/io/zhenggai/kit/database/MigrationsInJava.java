package io.zhenggai.kit.database;

import io.quarkus.arc.All;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Has the beans of a service that are migrations run among those in SQL, in the order of versions: those that need a key. */
@Singleton
class MigrationsInJava implements FlywayConfigurationCustomizer {

    private final List<JavaMigration> migrations;

    MigrationsInJava(@All List<JavaMigration> migrations) {
        this.migrations = migrations;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(migrations.toArray(JavaMigration[]::new));
    }
}
