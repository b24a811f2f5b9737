package io.zhenggai.embedded.system;

import io.zhenggai.embedded.identity.TokenMint;
import io.zhenggai.embedded.identity.UnknownAccountException;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.server.ReceivedMail;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole system, running. No process of it outlives this JVM.
 *
 * <p>Business clocks tell real time, or stand still where they were put: {@link #setClock(Instant)} and
 * {@link #awaitIdle(Duration)} together play a campaign in steps.
 */
public final class LocalSystem implements AutoCloseable {

    private final LocalSystemConfig config;
    private final Consumer<String> progress;
    private final InternalApi api = new InternalApi();
    private volatile Optional<Instant> clock;
    private @Nullable DataDirectory data;
    private @Nullable LocalServers servers;
    private @Nullable LocalServices services;
    private @Nullable Supervisor supervisor;
    private boolean closed;

    /**
     * A system that is not started yet.
     *
     * @param progress takes a line for people at each step
     */
    public LocalSystem(LocalSystemConfig config, Consumer<String> progress) {
        this.config = config;
        this.progress = progress;
        this.clock = config.clockStart();
    }

    /**
     * Starts everything and returns when every service says that it is ready.
     *
     * @throws StartFailedException when that cannot be; nothing is left running then
     */
    public static LocalSystem start(LocalSystemConfig config) {
        LocalSystem system = new LocalSystem(config, line -> {});
        system.start();
        return system;
    }

    /** Starts this system as {@link #start(LocalSystemConfig)} does. */
    public void start() {
        boolean started = false;
        try {
            prepare();
            progress.accept("Starting PostgreSQL, Kafka, mail and identity.");
            servers().start();
            progress.accept("Starting the five services.");
            services().start();
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /** From now on starts again what ends by itself, and reports it in one line each time. */
    public synchronized void supervise(Consumer<String> report) {
        Supervisor watching = new Supervisor(report);
        servers().components().forEach(watching::watch);
        services().components().forEach(watching::watch);
        supervisor = watching;
    }

    public LocalPorts ports() {
        return config.ports();
    }

    /** Every process of every service. */
    public List<Replica> replicas() {
        return config.ports().replicas();
    }

    /** The door of the first gateway; without a slash at the end. */
    public String gatewayUrl() {
        return serviceUrl(LocalService.GATEWAY);
    }

    /** The own door of the service's first replica, behind the gateway; without a slash at the end. */
    public String serviceUrl(LocalService service) {
        return url(Replica.first(service));
    }

    /** The own door of the process; without a slash at the end. */
    public String url(Replica replica) {
        return "http://" + LoopbackPorts.HOST + ":" + config.ports().of(replica);
    }

    /**
     * Looks into a service's database as its administrator, past the service.
     *
     * @return a session that the caller closes
     * @throws SQLException when the server does not answer
     */
    public Connection openDatabase(LocalService service) throws SQLException {
        return servers().openDatabase(service.database().orElseThrow());
    }

    public String issuerUrl() {
        return servers().issuer().issuerUrl();
    }

    /**
     * A bearer token, good for one hour of real time.
     *
     * @param account such as {@code office:410100:2}
     * @throws UnknownAccountException when there is no such account
     */
    public String token(String account) {
        return servers().issuer().token(account);
    }

    /** Signs other tokens than {@link #token(String)} does, such as those that must be refused. */
    public TokenMint mint() {
        return servers().issuer().mint();
    }

    /** The process id of the service's first replica, for those who watch it from outside. */
    public long processId(LocalService service) {
        return processId(Replica.first(service));
    }

    /** The process id of the replica that was started last under this name. */
    public long processId(Replica replica) {
        return services().processId(replica);
    }

    /** As {@link #kill(Replica)} of the service's first replica. */
    public void kill(LocalService service) {
        kill(Replica.first(service));
    }

    /** As {@link #restart(Replica)} of the service's first replica. */
    public void restart(LocalService service) {
        restart(Replica.first(service));
    }

    /** Ends the process as a power cut would (SIGKILL). It stays down until {@link #restart(Replica)}. */
    public void kill(Replica replica) {
        services().kill(replica);
    }

    /** Asks the process to end, as an update does, and returns when it is gone. It stays down until {@link #restart(Replica)}. */
    public void stop(Replica replica) {
        services().stop(replica);
    }

    /** Starts the process, after killing it if it runs, and returns when it is ready. */
    public void restart(Replica replica) {
        services().restart(replica);
    }

    /** Ends the server as a power cut would (SIGKILL). It stays down until {@link #restart(LocalServer)}. */
    public void kill(LocalServer server) {
        servers().kill(server);
    }

    /** Starts the server on the data that it left, after killing it if it runs, and returns when it serves. */
    public void restart(LocalServer server) {
        servers().restart(server);
    }

    /** Stops the process in its tracks (SIGSTOP), as a machine does that is overloaded, until {@link #wake(Replica)}. */
    public void freeze(Replica replica) {
        services().freeze(replica);
    }

    /** Lets a frozen process go on (SIGCONT) where it stood. */
    public void wake(Replica replica) {
        services().wake(replica);
    }

    /**
     * Puts the business clock of every service behind the gateways to this moment, where it stands still. A service that is
     * started again starts there.
     */
    public void setClock(Instant now) {
        clock = Optional.of(now);
        replicas().stream()
                .filter(replica -> replica.service() != LocalService.GATEWAY)
                .forEach(replica -> api.setClock(config.ports().of(replica), now));
    }

    /** What the service still has to do by itself. */
    public PendingWork pending(LocalService service) {
        return api.pending(config.ports().of(service));
    }

    /**
     * Returns when no service has anything left to do, seen twice in a row: what one service finishes between two looks
     * may be work for another.
     *
     * @throws IllegalStateException when that is not so within the time; its message names what is left
     */
    public void awaitIdle(Duration atMost) {
        new Idleness(this::pending).await(atMost);
    }

    public Path mailDirectory() {
        return data().mail();
    }

    /** Every mail in {@link #mailDirectory()}, in order of arrival, also those of earlier runs. */
    public List<ReceivedMail> receivedMails() {
        return ReceivedMail.in(mailDirectory());
    }

    /** Where each process writes its log. */
    public Path logDirectory() {
        return data().logs();
    }

    /** Stops the gateway, then the services, then Kafka and PostgreSQL; returns when all are gone. */
    @Override
    public synchronized void close() {
        closed = true;
        if (supervisor != null) {
            supervisor.close();
        }
        if (services != null) {
            services.close();
        }
        if (servers != null) {
            servers.close();
        }
        if (data != null) {
            data.close();
        }
    }

    /** Checks everything that can be checked before anything is started. */
    private void prepare() {
        ServiceCommand.requireBuilt(config.home());
        DataDirectory directory = lockData();
        if (directory.wasLeftBehind() && !config.ports().areFree()) {
            progress.accept("The run before was killed; waiting for its processes to end.");
            Readiness.awaitFree(config.ports());
        }
        config.ports().requireFree();
        if (config.fresh()) {
            directory.clear();
        }
        makeParts(directory);
    }

    private synchronized DataDirectory lockData() {
        requireOpen();
        DataDirectory directory = DataDirectory.lock(config.data());
        data = directory;
        return directory;
    }

    private synchronized void makeParts(DataDirectory directory) {
        requireOpen();
        LocalSecrets secrets = LocalSecrets.in(directory.root(), new SecureRandom());
        servers = new LocalServers(config.ports(), directory, secrets);
        ServiceCommand commands = new ServiceCommand(config, secrets, () -> clock);
        services = new LocalServices(config.ports(), directory, commands, api);
    }

    private void requireOpen() {
        if (closed) {
            throw new StartFailedException("The system was stopped before it was started.");
        }
    }

    private synchronized DataDirectory data() {
        return required(data);
    }

    private synchronized LocalServers servers() {
        return required(servers);
    }

    private synchronized LocalServices services() {
        return required(services);
    }

    private static <T> T required(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the system was not started");
        }
        return part;
    }
}
