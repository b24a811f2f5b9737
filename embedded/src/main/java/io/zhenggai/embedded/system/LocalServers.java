package io.zhenggai.embedded.system;

import io.zhenggai.embedded.identity.TokenIssuer;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.process.WatchedProcess;
import io.zhenggai.embedded.server.KafkaBrokerMain;
import io.zhenggai.embedded.server.MailServer;
import io.zhenggai.embedded.server.PostgresServer;
import io.zhenggai.embedded.server.PostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the services stand on: PostgreSQL and Kafka as processes of their own, SMTP and OpenID Connect in this JVM. */
final class LocalServers implements AutoCloseable {

    private final LocalPorts ports;
    private final Path mails;
    private final PostgresSettings postgresSettings;
    private final Component postgres;
    private final Component kafka;
    private @Nullable MailServer mail;
    private @Nullable TokenIssuer issuer;
    private boolean closed;

    LocalServers(LocalPorts ports, DataDirectory data, LocalSecrets secrets) {
        this.ports = ports;
        this.mails = data.mail();
        this.postgresSettings = new PostgresSettings(
                data.postgres(),
                ports.postgres(),
                data.newLog("postgres"),
                secrets.password(LocalSecrets.SUPERUSER),
                secrets.passwordsOfDatabases());
        this.postgres = new Component("postgres", postgresSettings.log(), () -> PostgresServer.launch(postgresSettings)
                .process());
        Path kafkaLog = data.newLog("kafka");
        this.kafka = new Component(
                "kafka",
                kafkaLog,
                () -> WatchedProcess.start(KafkaBrokerMain.command(data.kafka(), ports.kafka(), kafkaLog)));
    }

    /** Starts all four at once and returns when each serves. */
    void start() {
        kafka.start();
        postgres.start();
        startInThisJvm();
        PostgresServer.of(postgresSettings, postgres.process()).awaitReady();
        Readiness.awaitPort(kafka, ports.kafka());
    }

    Connection openDatabase(String database) throws SQLException {
        return PostgresServer.of(postgresSettings, postgres.process()).openAsAdministrator(database);
    }

    List<Component> components() {
        return List.of(postgres, kafka);
    }

    void kill(LocalServer server) {
        component(server).kill();
    }

    /** Starts the server, after killing it if it runs, and returns when it serves. */
    void restart(LocalServer server) {
        Component component = component(server);
        if (component.isAlive()) {
            component.kill();
        }
        component.start();
        switch (server) {
            case POSTGRES ->
                PostgresServer.of(postgresSettings, postgres.process()).awaitReady();
            case KAFKA -> Readiness.awaitPort(kafka, ports.kafka());
        }
    }

    private Component component(LocalServer server) {
        return switch (server) {
            case POSTGRES -> postgres;
            case KAFKA -> kafka;
        };
    }

    synchronized TokenIssuer issuer() {
        if (issuer == null) {
            throw new IllegalStateException("the issuer of tokens does not run");
        }
        return issuer;
    }

    /** Stops Kafka before PostgreSQL, as services would want it, and returns when both are gone. */
    @Override
    public synchronized void close() {
        closed = true;
        kafka.close();
        postgres.close();
        if (mail != null) {
            mail.close();
            mail = null;
        }
        if (issuer != null) {
            issuer.close();
            issuer = null;
        }
    }

    private synchronized void startInThisJvm() {
        if (closed) {
            throw new StartFailedException("The system was stopped while it was starting.");
        }
        mail = MailServer.start(mails, ports.smtp());
        issuer = TokenIssuer.start(ports.identity(), Clock.systemUTC());
    }
}
