package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The databases of a system that another process runs, opened as their own services open them. */
public final class LocalDatabases {

    private final LocalSecrets secrets;
    private final int port;

    private LocalDatabases(LocalSecrets secrets, int port) {
        this.secrets = secrets;
        this.port = port;
    }

    /**
     * @param data where that system keeps its data
     * @throws StartFailedException when there was never one
     */
    public static LocalDatabases of(Path data, LocalPorts ports) {
        if (!Files.exists(data.resolve(LocalSecrets.FILE))) {
            throw new StartFailedException("No system has run from this directory yet: start it with ./run first.");
        }
        return new LocalDatabases(LocalSecrets.read(data), ports.postgres());
    }

    /**
     * @param service one with a database
     * @throws SQLException when it does not run on these ports
     */
    public Connection open(LocalService service) throws SQLException {
        String database = service.database().orElseThrow();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + LoopbackPorts.HOST + ":" + port + "/" + database,
                database,
                secrets.password(database));
    }
}
