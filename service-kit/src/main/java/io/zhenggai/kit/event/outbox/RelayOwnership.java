package io.zhenggai.kit.event.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * The right to empty one database's outbox: a session advisory lock on the very connection that reads and deletes
 * (decision 2). An owner that is frozen stops talking, the server ends its session after three idle seconds (four within a batch), and the lock
 * falls to another replica.
 */
final class RelayOwnership implements AutoCloseable {

    /** Any fixed number: it only has to be the same in all replicas and unused by others in this database. */
    private static final long LOCK = 0x5A47_4F55_5442_4F58L;

    /**
     * How long the session may be silent; and how it plans. The statements are prepared while the queue is empty, their plans are
     * kept, and for an empty table nothing is cheaper than to read it whole and sort it: with ten thousand rows that takes
     * minutes. A statement ends before the client gives it up: it would go on holding the lock for nobody.
     */
    static final String SESSION = "-c idle_session_timeout=15s -c idle_in_transaction_session_timeout=4s"
            + " -c statement_timeout=25s -c enable_seqscan=off -c enable_sort=off";

    private final Connection connection;

    private RelayOwnership(Connection connection) {
        this.connection = connection;
    }

    /** @return the ownership; empty when another replica has it */
    static Optional<RelayOwnership> tryTake(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        // Whoever looks at the sessions of the server sees which process owns the outbox.
        properties.setProperty(
                "ApplicationName", "zhenggai-relay " + ProcessHandle.current().pid());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("options", SESSION);
        Connection connection = DriverManager.getConnection(url, properties);
        boolean taken = false;
        try {
            taken = lock(connection);
            connection.setAutoCommit(false);
            return taken ? Optional.of(new RelayOwnership(connection)) : Optional.empty();
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /**
     * Ends the patience that a take-over needs: from now on the owner talks to the server at least every three seconds, or
     * loses the ownership.
     */
    void begin() throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("set idle_session_timeout = '3s'")) {
            set.execute();
        }
        connection.commit();
    }

    Connection connection() {
        return connection;
    }

    /** Gives the lock back by ending the session. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
