package io.zhenggai.embedded.server;

import java.nio.file.Path;
import java.util.Map;

/**
 * How one PostgreSQL is to run.
 *
 * @param directory the data directory; made when absent, reopened when present
 * @param port the port on 127.0.0.1
 * @param log where the server writes; its directory must exist
 * @param superuserPassword of the role {@code postgres}; on reopening the one that it was made with
 * @param databases name of each database, which is also the name of its owning role, and that role's password
 */
public record PostgresSettings(
        Path directory, int port, Path log, String superuserPassword, Map<String, String> databases) {

    public PostgresSettings {
        directory = directory.toAbsolutePath();
        databases = Map.copyOf(databases);
        for (String name : databases.keySet()) {
            if (!name.matches("[a-z]{1,30}")) {
                throw new IllegalArgumentException("database name must be 1 to 30 letters a to z, is " + name);
            }
        }
    }
}
