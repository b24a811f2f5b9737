package io.zhenggai.acceptance.fault;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Holds back every transaction that has just written to a table, before it can commit, until the gate is opened: so a process
 * can be killed at exactly that point.
 */
final class Gate implements AutoCloseable {

    private static final long LOCK = 4711;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Connection database;
    private final String table;
    private boolean closed = true;

    private Gate(Connection database, String table) {
        this.database = database;
        this.table = table;
    }

    /**
     * Closes a gate.
     *
     * @param database a session of the gate's own, which it closes
     * @param statement such as {@code delete}
     * @param table such as {@code public.outbox}
     * @param which such as {@code for each statement}
     */
    static Gate closedAfter(Connection database, String statement, String table, String which) throws SQLException {
        try (Statement close = database.createStatement()) {
            close.execute("""
                    create or replace function watch.wait_at_gate() returns trigger language plpgsql security definer as $$
                    begin
                        perform pg_advisory_xact_lock_shared(%d);
                        return null;
                    end $$
                    """.formatted(LOCK));
            close.execute("select pg_advisory_lock(%d)".formatted(LOCK));
            close.execute("create or replace trigger gate after %s on %s %s execute function watch.wait_at_gate()"
                    .formatted(statement, table, which));
        }
        return new Gate(database, table);
    }

    /** Returns when somebody waits at the gate. */
    void awaitArrival() {
        await("somebody at the gate").atMost(PATIENCE).pollInterval(LOOK).until(() -> arrivals() > 0);
    }

    private long arrivals() throws SQLException {
        try (PreparedStatement count = database.prepareStatement("""
                        select count(*) from pg_locks
                        where locktype = 'advisory' and objid = ? and not granted
                          and database = (select oid from pg_database where datname = current_database())
                        """)) {
            count.setLong(1, LOCK);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Lets everybody go on; the gate is no more. */
    void open() throws SQLException {
        if (closed) {
            closed = false;
            try (Statement statement = database.createStatement()) {
                statement.execute("select pg_advisory_unlock(%d)".formatted(LOCK));
                statement.execute("drop trigger if exists gate on " + table);
            }
        }
    }

    /** Opens the gate if nobody has, so that the next one finds none, and ends the session, which lets all go on who wait. */
    @Override
    public void close() throws SQLException {
        try (database) {
            open();
        }
    }
}
