package io.zhenggai.bench.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.bench.load.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the event backbone is measured on: PostgreSQL, Kafka, the load program, and report-service once it is wanted. */
public final class Stage implements AutoCloseable {

    /** The database of the load program. */
    public static final String LOAD = "bench";

    /** The database of report-service. */
    public static final String REPORTS = "reports";

    private static final List<String> MEMORY = List.of("-Xmx300m");

    private final Path home;
    private final Path directory;
    private final Parts parts;
    private final Databases databases;
    private final Broker broker;
    private final Program load;

    private Stage(Path home, Path directory) {
        this.home = home;
        this.directory = directory;
        this.parts = new Parts(directory);
        boolean started = false;
        try {
            // The moments of the latency are told by the commits.
            Map<String, String> settings = Map.of("track_commit_timestamp", "on");
            this.databases =
                    parts.opened(() -> Databases.start(directory, Set.of(LOAD, REPORTS), settings), Databases::close);
            this.broker = parts.opened(() -> Broker.start(directory), Broker::close);
            this.load = parts.opened(
                    () -> Program.start("bench", "bench", home, directory, MEMORY, environment(LOAD)), Program::close);
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /**
     * Starts all but report-service.
     *
     * @param home the repository, built
     * @param data where a directory is made for this run, and deleted at its end
     */
    public static Stage start(Path home, Path data) throws IOException {
        Files.createDirectories(data);
        return new Stage(home, Files.createTempDirectory(data, "run-"));
    }

    /** Starts report-service, which from now on applies the events of issues. */
    public void startReports() {
        parts.opened(
                () -> Program.start("report-service", "report-service", home, directory, MEMORY, environment(REPORTS)),
                Program::close);
    }

    /** Has events appended; returns when the last command is committed. */
    public void append(Load wanted) throws IOException, InterruptedException {
        load.post("/internal/loads", new ObjectMapper().writeValueAsString(wanted));
    }

    /** @return a connection as the owner of the database, with the driver's settings of the load program */
    public Connection connect(String database) throws SQLException {
        return databases.connect(database);
    }

    /** @return where the broker listens */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    private Map<String, String> environment(String database) {
        Map<String, String> environment = new HashMap<>(databases.environment(database));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        // Nobody signs in: identity is no part of what is measured.
        environment.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
        return environment;
    }

    @Override
    public void close() {
        parts.close();
    }
}
