package io.zhenggai.bench.stage;

import io.zhenggai.embedded.identity.TokenIssuer;
import io.zhenggai.embedded.process.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the ledger is measured on: PostgreSQL, Kafka, an issuer of tokens, and two issue-services, one with a small and one with a large
 * ledger. Each database has a twin with the same data, which only the limit uses.
 */
public final class LedgerStage implements AutoCloseable {

    private static final String SMALL = "small";
    private static final String LARGE = "large";
    private static final String TWIN = "twin";

    /** Statements are read from the server's own log, one JSON object a line. */
    private static final Map<String, String> SETTINGS = Map.of(
            "logging_collector", "on",
            "log_destination", "jsonlog",
            "log_directory", "statements",
            "log_filename", "server.log",
            "log_rotation_age", "0",
            "log_rotation_size", "0");

    private final Path home;
    private final Path directory;
    private final Parts parts;
    private final Databases databases;
    private final Broker broker;
    private final TokenIssuer issuer;
    private final Ledger small;
    private final Ledger large;

    private LedgerStage(Path home, Path directory, int issues) throws SQLException, IOException {
        this.home = home;
        this.directory = directory;
        this.parts = new Parts(directory);
        boolean started = false;
        try {
            this.databases =
                    parts.opened(() -> Databases.start(directory, Set.of(SMALL, LARGE), SETTINGS), Databases::close);
            this.broker = parts.opened(() -> Broker.start(directory), Broker::close);
            this.issuer =
                    parts.opened(() -> TokenIssuer.start(LoopbackPorts.free(), Clock.systemUTC()), TokenIssuer::close);
            this.small = ledger(SMALL, Math.max(issues / 100, 1));
            this.large = ledger(LARGE, issues);
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /**
     * Starts and fills everything: with a million issues some minutes.
     *
     * @param home the repository, built
     * @param data where a directory is made for this run, and deleted at its end
     * @param issues of the large ledger, 100 or more; the small one has a hundredth of them
     */
    public static LedgerStage start(Path home, Path data, int issues) throws SQLException, IOException {
        Files.createDirectories(data);
        return new LedgerStage(home, Files.createTempDirectory(data, "run-"), issues);
    }

    /** @return the ledger with a hundredth of the issues */
    public Ledger small() {
        return small;
    }

    /** @return the ledger with all the issues */
    public Ledger large() {
        return large;
    }

    /** @return a token of somebody of the provincial office, good for an hour */
    public String token() {
        return issuer.token("province");
    }

    /** @return what the database server logs, one JSON object a line */
    public Path serverLog() {
        return directory.resolve("postgres").resolve("statements").resolve("server.json");
    }

    /** @return a session as the administrator of the server */
    public Connection administer() throws SQLException {
        return databases.administer("postgres");
    }

    /** @return where a measure may put its files */
    public Path directory() {
        return directory;
    }

    private Ledger ledger(String name, int issues) throws SQLException, IOException {
        // For its migrations; a database that is in use cannot be copied.
        service(name).close();
        try (Connection connection = databases.connect(name);
                Connection writing = databases.connect(name)) {
            Filling.fill(connection, writing, home.resolve("data/henan-regions.csv"), issues);
        }
        try (Connection connection = administer();
                Statement copy = connection.createStatement()) {
            copy.execute("create database %s%s template %s owner %s".formatted(name, TWIN, name, name));
        }
        Program service = parts.opened(() -> service(name), Program::close);
        return new Ledger(issues, service.url(), service.pid(), name, name + TWIN, new Ledger.Access() {
            @Override
            public Connection connect(String database) throws SQLException {
                return databases.connect(database, name);
            }

            @Override
            public Map<String, String> clientEnvironment(String database) {
                return databases.clientEnvironment(database, name);
            }
        });
    }

    private Program service(String name) {
        Map<String, String> environment = new HashMap<>(databases.environment(name));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.issuerUrl());
        environment.put(
                "ZHENGGAI_OBJECTS_DIRECTORY",
                directory.resolve("objects-" + name).toString());
        // By it the relays of the two are told apart.
        environment.put("QUARKUS_APPLICATION_NAME", "issue-service-" + name);
        return Program.start(
                "issue-service", "issue-service-" + name, home, directory, List.of("-Xmx256m"), environment);
    }

    @Override
    public void close() {
        parts.close();
    }
}
