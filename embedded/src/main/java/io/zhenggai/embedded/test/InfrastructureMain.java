package io.zhenggai.embedded.test;

import io.zhenggai.embedded.identity.TokenIssuer;
import io.zhenggai.embedded.process.JavaProgram;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.process.WatchedCommand;
import io.zhenggai.embedded.process.WatchedProcess;
import io.zhenggai.embedded.server.Directories;
import io.zhenggai.embedded.server.KafkaBroker;
import io.zhenggai.embedded.server.MailServer;
import io.zhenggai.embedded.server.PostgresServer;
import io.zhenggai.embedded.server.PostgresSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The process that holds the infrastructure of a test JVM; its argument is a directory of its own, deleted at its end. */
final class InfrastructureMain {

    static final String JDBC_URL_BASE = "zhenggai.test.jdbc-url-base";
    static final String DATABASE_PASSWORD = "zhenggai.test.database-password";
    static final String ENCRYPTION_KEY = "zhenggai.test.encryption-key";
    static final String DIGEST_KEY = "zhenggai.test.digest-key";
    static final String BOOTSTRAP_SERVERS = "zhenggai.test.bootstrap-servers";
    static final String ISSUER_URL = "zhenggai.test.issuer-url";
    static final String ISSUER_KEY = "zhenggai.test.issuer-key";
    static final String SMTP_PORT = "zhenggai.test.smtp-port";
    static final String MAIL_DIRECTORY = "zhenggai.test.mail-directory";

    static final String FILE_DIRECTORY = "zhenggai.test.file-directory";

    private static final String LOG_MANAGER = "java.util.logging.manager";
    private static final String READY = "ready.properties";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private InfrastructureMain() {}

    /** Starts this process, awaits it and makes its addresses system properties of this JVM. */
    static void startForThisJvm() {
        try {
            Path directory = Files.createTempDirectory("zhenggai-test-");
            List<String> options = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
            // Without it the logging of Quarkus, which is on the class path of services' tests, takes every level for
            // enabled; the
            // mail server then logs and sends byte by byte, 40 ms for each line.
            Optional.ofNullable(System.getProperty(LOG_MANAGER))
                    .ifPresent(manager -> options.add("-D" + LOG_MANAGER + "=" + manager));
            WatchedProcess process = WatchedProcess.start(new WatchedCommand(
                    "test-infrastructure",
                    JavaProgram.mainClass(InfrastructureMain.class, options, List.of(directory.toString())),
                    Map.of(),
                    directory.resolve("infrastructure.log"),
                    "TERM",
                    Duration.ofSeconds(30)));
            // Ends it with this JVM, and keeps the pipe to it reachable until then.
            Runtime.getRuntime().addShutdownHook(new Thread(process::requestStop, "stop-test-infrastructure"));
            awaitReady(process, directory.resolve(READY));
            try (InputStream in = Files.newInputStream(directory.resolve(READY))) {
                Properties addresses = new Properties();
                addresses.load(in);
                addresses.forEach((name, value) -> System.setProperty((String) name, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(WatchedProcess process, Path ready) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(ready)) {
            if (process.awaitExit(POLL) || System.nanoTime() > deadline) {
                throw new StartFailedException("The test infrastructure did not start.", process);
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        // Where debugging is on, the mail server sends byte by byte, which takes 40 ms for each of its answers.
        Logger.getLogger("").setLevel(Level.WARNING);
        Path directory = Path.of(arguments[0]);
        String password = UUID.randomUUID().toString();
        PostgresServer postgres = PostgresServer.launch(new PostgresSettings(
                directory.resolve("postgres"),
                LoopbackPorts.free(),
                directory.resolve("postgres.log"),
                UUID.randomUUID().toString(),
                Map.of("issues", password, "plans", password, "reports", password, "notifications", password)));
        KafkaBroker kafka = KafkaBroker.start(directory.resolve("kafka"), LoopbackPorts.free());
        MailServer mail = MailServer.start(directory.resolve("mail"), LoopbackPorts.free());
        TokenIssuer issuer = TokenIssuer.start(LoopbackPorts.free(), Clock.systemUTC());
        postgres.awaitReady();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            mail.close();
                            postgres.close();
                            kafka.close();
                            Directories.delete(directory);
                        },
                        "close-and-delete"));

        Properties addresses = new Properties();
        addresses.setProperty(JDBC_URL_BASE, postgres.jdbcUrl(""));
        addresses.setProperty(DATABASE_PASSWORD, password);
        addresses.setProperty(ENCRYPTION_KEY, "test:" + newKey());
        addresses.setProperty(DIGEST_KEY, newKey());
        addresses.setProperty(BOOTSTRAP_SERVERS, kafka.bootstrapServers());
        addresses.setProperty(ISSUER_URL, issuer.issuerUrl());
        addresses.setProperty(ISSUER_KEY, issuer.mint().exportKey());
        addresses.setProperty(SMTP_PORT, Integer.toString(mail.port()));
        addresses.setProperty(MAIL_DIRECTORY, mail.directory().toString());
        addresses.setProperty(FILE_DIRECTORY, directory.resolve("files").toString());
        Path unfinished = directory.resolve(READY + ".unfinished");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            addresses.store(out, null);
        }
        Files.move(unfinished, directory.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
        kafka.awaitClose();
    }

    private static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
