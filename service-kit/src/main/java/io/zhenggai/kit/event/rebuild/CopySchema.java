package io.zhenggai.kit.event.rebuild;

import io.zhenggai.kit.event.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The schema in which a projection's copy stands: empty tables like the live ones, with constraints and indexes of the same names,
 * and the tables in which the inbox notes what it has read.
 */
final class CopySchema {

    private static final List<String> INBOX = List.of("consumer_offset", "consumed_version", "dead_letter");

    private final Projection projection;

    CopySchema(Projection projection) {
        this.projection = projection;
    }

    /** @return an identifier that needs no quotes */
    String name() {
        return "rebuild_" + projection.aggregateType().replace('-', '_');
    }

    List<String> tables() {
        return projection.tables();
    }

    /**
     * Makes it, empty; one that was left there goes.
     *
     * @return why it cannot be; empty when it is there
     */
    Optional<String> create(Connection connection) throws SQLException {
        for (String table : tables()) {
            List<String> obstacles = Lines.of(connection, TableShape.OBSTACLES, table);
            if (!obstacles.isEmpty()) {
                return Optional.of(table + ": " + String.join("; ", obstacles));
            }
        }
        drop(connection);
        execute(connection, "create schema " + name());
        for (String table : Stream.concat(tables().stream(), INBOX.stream()).toList()) {
            for (String statement : Lines.of(connection, TableShape.STATEMENTS, name(), table)) {
                execute(connection, statement);
            }
        }
        return difference(connection);
    }

    /** @return in what the copy's tables are unlike the live ones, as after a migration; empty when they are alike */
    Optional<String> difference(Connection connection) throws SQLException {
        for (String table : tables()) {
            List<String> live = Lines.of(connection, TableShape.SHAPE, "public", table);
            List<String> copy = Lines.of(connection, TableShape.SHAPE, name(), table);
            List<String> unlike = Stream.concat(
                            live.stream().filter(line -> !copy.contains(line)),
                            copy.stream().filter(line -> !live.contains(line)))
                    .distinct()
                    .toList();
            if (!unlike.isEmpty() || !live.equals(copy)) {
                return Optional.of(table + " is not as in the copy: " + String.join("; ", unlike));
            }
        }
        return Optional.empty();
    }

    /** The planner knows the rows before anybody asks for them. */
    void analyze(Connection connection) throws SQLException {
        for (String table : tables()) {
            execute(connection, "analyze " + name() + "." + table);
        }
    }

    void drop(Connection connection) throws SQLException {
        execute(connection, "drop schema if exists " + name() + " cascade");
    }

    /** Puts the copy's tables in the place of the live ones; readers wait for the rest of the transaction. */
    void takePlace(Connection connection) throws SQLException {
        List<String> live = tables().stream().map(table -> "public." + table).toList();
        execute(connection, "lock table " + String.join(", ", live) + " in access exclusive mode");
        for (String table : tables()) {
            execute(connection, "drop table public." + table);
            execute(connection, "alter table " + name() + "." + table + " set schema public");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
