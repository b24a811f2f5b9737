package io.zhenggai.kit.testsupport;

import io.zhenggai.embedded.test.Infrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real one: every session of the database is ended, and none is let in, until it is closed. */
public final class Outage implements AutoCloseable {

    private final Connection connection;

    private Outage(Connection connection) {
        this.connection = connection;
    }

    /** Begins one. */
    public static Outage begin() throws SQLException {
        Infrastructure infrastructure = Infrastructure.current();
        Connection connection = DriverManager.getConnection(
                infrastructure.jdbcUrl("issues"), "issues", infrastructure.password("issues"));
        Outage outage = new Outage(connection);
        outage.execute("alter database issues with connection limit 0");
        outage.execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """);
        return outage;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("alter database issues with connection limit -1");
        connection.close();
    }
}
