package io.zhenggai.embedded.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** One role per database: it owns that one and cannot even connect to another. */
final class PostgresRoles {

    private PostgresRoles() {}

    /** Makes what is missing and sets every password to the given one. */
    static void ensure(Connection connection, Map<String, String> databases) throws SQLException {
        for (Map.Entry<String, String> database : databases.entrySet()) {
            String name = database.getKey();
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                execute(connection, "CREATE ROLE " + name + " LOGIN");
            }
            execute(connection, "ALTER ROLE " + name + " PASSWORD '" + quoted(database.getValue()) + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE " + name + " OWNER " + name);
            }
            execute(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Role and database statements take no parameters; names are checked in {@link PostgresSettings}. */
    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String password) {
        return password.replace("'", "''");
    }
}
