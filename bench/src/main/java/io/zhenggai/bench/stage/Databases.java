package io.zhenggai.bench.stage;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.server.PostgresServer;
import io.zhenggai.embedded.server.PostgresSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** The PostgreSQL of a run, with the settings of the product and one more: it remembers the moment of each commit. */
final class Databases implements AutoCloseable {

    private static final String PASSWORD = UUID.randomUUID().toString();

    private static final String KEY = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));

    private final PostgresServer server;

    private Databases(PostgresServer server) {
        this.server = server;
    }

    static Databases start(Path directory) {
        PostgresSettings settings = new PostgresSettings(
                directory.resolve("postgres"),
                LoopbackPorts.free(),
                directory.resolve("postgres.log"),
                PASSWORD,
                Map.of(Stage.LOAD, PASSWORD, Stage.REPORTS, PASSWORD));
        try (PostgresServer first = PostgresServer.start(settings);
                Connection connection = DriverManager.getConnection(first.jdbcUrl("postgres"), "postgres", PASSWORD);
                Statement set = connection.createStatement()) {
            set.execute("alter system set track_commit_timestamp = on");
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not remember commits", e);
        }
        return new Databases(PostgresServer.start(settings));
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(database) + "?reWriteBatchedInserts=true", database, PASSWORD);
    }

    Map<String, String> environment(String database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                server.jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME",
                database,
                "QUARKUS_DATASOURCE_PASSWORD",
                PASSWORD,
                "ZHENGGAI_ENCRYPTION_KEYS",
                "bench:" + KEY);
    }

    @Override
    public void close() {
        server.close();
    }
}
