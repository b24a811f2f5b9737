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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The PostgreSQL of a run, with the settings of the product and those that the measuring needs. */
final class Databases implements AutoCloseable {

    private static final String PASSWORD = UUID.randomUUID().toString();

    private static final String KEY = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));

    private final PostgresServer server;
    private final int port;

    private Databases(PostgresServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * @param names of databases and of their owners
     * @param needed settings of the server that the product does not have, by name
     */
    static Databases start(Path directory, Set<String> names, Map<String, String> needed) {
        PostgresSettings settings = new PostgresSettings(
                directory.resolve("postgres"),
                LoopbackPorts.free(),
                directory.resolve("postgres.log"),
                PASSWORD,
                names.stream().collect(Collectors.toMap(name -> name, name -> PASSWORD)));
        try (PostgresServer first = PostgresServer.start(settings);
                Connection connection = DriverManager.getConnection(first.jdbcUrl("postgres"), "postgres", PASSWORD);
                Statement set = connection.createStatement()) {
            for (Map.Entry<String, String> setting : needed.entrySet()) {
                set.execute("alter system set %s = '%s'".formatted(setting.getKey(), setting.getValue()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the server cannot be set as the measuring needs it", e);
        }
        return new Databases(PostgresServer.start(settings), settings.port());
    }

    Connection connect(String database) throws SQLException {
        return connect(database, database);
    }

    Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database) + "?reWriteBatchedInserts=true", role, PASSWORD);
    }

    /** @return a connection as the administrator of the server */
    Connection administer(String database) throws SQLException {
        return server.openAsAdministrator(database);
    }

    /** @return as {@code pgbench} and {@code psql} are told it */
    Map<String, String> clientEnvironment(String database, String role) {
        return Map.of(
                "PGHOST",
                LoopbackPorts.HOST,
                "PGPORT",
                Integer.toString(port),
                "PGUSER",
                role,
                "PGDATABASE",
                database,
                "PGPASSWORD",
                PASSWORD);
    }

    /** @return as a service is told it */
    Map<String, String> environment(String database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                server.jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME",
                database,
                "QUARKUS_DATASOURCE_PASSWORD",
                PASSWORD,
                "ZHENGGAI_ENCRYPTION_KEYS",
                "bench:" + KEY,
                "ZHENGGAI_DIGEST_KEY",
                KEY);
    }

    @Override
    public void close() {
        server.close();
    }
}
