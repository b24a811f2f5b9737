package io.zhenggai.embedded.system;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The five services. */
public enum LocalService {
    ISSUE("issue-service", "issues"),
    PLAN("plan-service", "plans"),
    REPORT("report-service", "reports"),
    NOTIFICATION("notification-service", "notifications"),
    GATEWAY("gateway", null);

    private final String module;
    private final Optional<String> database;

    LocalService(String module, @Nullable String database) {
        this.module = module;
        this.database = Optional.ofNullable(database);
    }

    /** The services behind the gateway: each has a database, a business clock and pending work. */
    public static List<LocalService> behindGateway() {
        return Arrays.stream(values())
                .filter(service -> service.database.isPresent())
                .toList();
    }

    /** The name that people use, which is also the Maven module and the name of the log: {@code issue-service}. */
    public String module() {
        return module;
    }

    /** The database, whose owning role has the same name; the gateway has none. */
    public Optional<String> database() {
        return database;
    }

    Path jar(Path home) {
        return home.resolve(module).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
    }
}
