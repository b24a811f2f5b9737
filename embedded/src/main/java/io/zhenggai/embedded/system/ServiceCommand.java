package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.JavaProgram;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.process.WatchedCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The command line and the environment of each replica. */
final class ServiceCommand {

    private final LocalSystemConfig config;
    private final LocalSecrets secrets;
    private final Supplier<Optional<Instant>> clock;

    /** @param clock where business clocks stand now, so that a service that is started again does not fall out of time */
    ServiceCommand(LocalSystemConfig config, LocalSecrets secrets, Supplier<Optional<Instant>> clock) {
        this.config = config;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Checks that every service was built.
     *
     * @throws StartFailedException naming the first that was not
     */
    static void requireBuilt(Path home) {
        for (LocalService service : LocalService.values()) {
            Path jar = service.jar(home);
            if (!Files.exists(jar)) {
                throw new StartFailedException(
                        service.module() + " is not built: " + jar + " is missing; nothing was started.");
            }
        }
    }

    WatchedCommand of(Replica replica, Path log) {
        return new WatchedCommand(
                replica.name(),
                JavaProgram.jar(replica.service().jar(config.home()), config.jvmOptions()),
                environment(replica),
                log);
    }

    private Map<String, String> environment(Replica replica) {
        LocalService service = replica.service();
        LocalPorts ports = config.ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", LoopbackPorts.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(replica)));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", url(ports.identity()) + "/zhenggai");
        // One malloc arena per core and thread costs tens of megabytes in each of seven JVMs.
        environment.put("MALLOC_ARENA_MAX", "2");
        service.database().ifPresent(database -> {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(database));
            environment.put("QUARKUS_DATASOURCE_USERNAME", database);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.password(database));
            environment.put("ZHENGGAI_ENCRYPTION_KEYS", secrets.encryptionKey(database));
            secrets.digestKey(database).ifPresent(key -> environment.put("ZHENGGAI_DIGEST_KEY", key));
            environment.put("KAFKA_BOOTSTRAP_SERVERS", LoopbackPorts.HOST + ":" + ports.kafka());
            environment.put("ZHENGGAI_CLOCK_SETTABLE", "true");
            clock.get().ifPresent(now -> environment.put("ZHENGGAI_CLOCK_START", now.toString()));
        });
        if (service == LocalService.ISSUE) {
            environment.put(
                    "ZHENGGAI_OBJECTS_DIRECTORY",
                    DataDirectory.files(config.data()).toString());
        }
        if (service == LocalService.NOTIFICATION) {
            environment.put("ZHENGGAI_MAIL_HOST", LoopbackPorts.HOST);
            environment.put("ZHENGGAI_MAIL_PORT", Integer.toString(ports.smtp()));
            environment.put("ZHENGGAI_MAIL_FROM", "reminders@zhenggai.example");
        }
        if (service == LocalService.GATEWAY) {
            for (LocalService behind : LocalService.behindGateway()) {
                String name = behind.module().replace('-', '_').toUpperCase(Locale.ROOT);
                // Each gateway has replicas of its own behind it: what a balancer would do is left to the caller.
                environment.put(
                        "ZHENGGAI_GATEWAY_" + name + "_URL", url(ports.of(new Replica(behind, replica.number()))));
            }
        }
        return environment;
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LoopbackPorts.HOST + ":" + config.ports().postgres() + "/" + database;
    }

    private static String url(int port) {
        return "http://" + LoopbackPorts.HOST + ":" + port;
    }
}
