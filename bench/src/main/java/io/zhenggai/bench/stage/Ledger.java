package io.zhenggai.bench.stage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * A ledger of a size: an issue-service with its database, and the same data once more, of which no service knows.
 *
 * @param issues how many it was filled with
 * @param url where its service answers, without a path
 * @param pid of the service's process
 * @param database of the service
 * @param twin the same data, for the limit
 */
public record Ledger(int issues, String url, long pid, String database, String twin, Access access) {

    /** @return a connection as the owner of one of both databases */
    public Connection connect(String name) throws SQLException {
        return access.connect(name);
    }

    /** @return where {@code pgbench} finds the twin */
    public Map<String, String> twinEnvironment() {
        return access.clientEnvironment(twin);
    }

    /** The way into the databases. */
    public interface Access {
        /** @throws SQLException when the server does not answer */
        Connection connect(String database) throws SQLException;

        /** @return variables of the environment, by name */
        Map<String, String> clientEnvironment(String database);
    }
}
