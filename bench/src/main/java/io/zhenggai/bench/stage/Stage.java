package io.zhenggai.bench.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.bench.load.Load;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.process.WatchedProcess;
import io.zhenggai.embedded.server.Directories;
import io.zhenggai.embedded.server.KafkaBrokerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a run stands on: PostgreSQL, Kafka, the load program, and report-service once it is wanted. */
public final class Stage implements AutoCloseable {

    /** The database of the load program. */
    public static final String LOAD = "bench";

    /** The database of report-service. */
    public static final String REPORTS = "reports";

    private static final Duration KAFKA_LIMIT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Path home;
    private final Path directory;
    private final int kafkaPort = LoopbackPorts.free();
    /** How each part is ended, the one started last first. */
    private final Deque<Runnable> ends = new ArrayDeque<>();

    private final Databases databases;
    private final Program load;
    private boolean closed;

    private Stage(Path home, Path directory) {
        this.home = home;
        this.directory = directory;
        boolean started = false;
        // Whoever stops the run finds nothing left behind either, also while it is starting.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        try {
            this.databases = opened(() -> Databases.start(directory), Databases::close);
            awaitKafka(opened(
                    () -> WatchedProcess.start(KafkaBrokerMain.command(
                            directory.resolve("kafka"), kafkaPort, directory.resolve("kafka.log"))),
                    WatchedProcess::close));
            this.load = opened(() -> Program.start("bench", home, directory, environment(LOAD)), Program::close);
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
        opened(() -> Program.start("report-service", home, directory, environment(REPORTS)), Program::close);
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
        return LoopbackPorts.HOST + ":" + kafkaPort;
    }

    private void awaitKafka(WatchedProcess kafka) {
        long deadline = System.nanoTime() + KAFKA_LIMIT.toNanos();
        while (LoopbackPorts.isFree(kafkaPort)) {
            if (kafka.awaitExit(POLL) || System.nanoTime() > deadline) {
                throw new StartFailedException("Kafka did not start.", kafka);
            }
        }
    }

    private Map<String, String> environment(String database) {
        Map<String, String> environment = new HashMap<>(databases.environment(database));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        return environment;
    }

    /** Whoever closes waits until the part is there, so that it is ended too. */
    private synchronized <T> T opened(Supplier<T> start, Consumer<T> end) {
        if (closed) {
            throw new StartFailedException("The run was ended while its parts were being started.");
        }
        T part = start.get();
        ends.push(() -> end.accept(part));
        return part;
    }

    /** Ends every process, the last one first, and deletes the directory; nothing is started any more. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
        Directories.delete(directory);
    }
}
