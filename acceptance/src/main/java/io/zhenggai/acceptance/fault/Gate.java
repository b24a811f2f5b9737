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
    private boolean closed = true;

    private Gate(Connection database) {
        this.database = database;
    }

    /**
     * Closes a gate.
     *
     * @param database a session of the gate's own, which it closes
     * @param after such as {@code delete on public.outbox for each statement}
     */
    static Gate closedAfter(Connection database, String after) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("""
                    create or replace function watch.wait_at_gate() returns trigger language plpgsql security definer as $$
                    begin
                        perform pg_advisory_xact_lock_shared(%d);
                        return null;
                    end $$
                    """.formatted(LOCK));
            statement.execute("select pg_advisory_lock(%d)".formatted(LOCK));
            statement.execute("create trigger gate after " + after + " execute function watch.wait_at_gate()");
        }
        return new Gate(database);
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
    void open(String table) throws SQLException {
        if (closed) {
            closed = false;
            try (Statement statement = database.createStatement()) {
                statement.execute("select pg_advisory_unlock(%d)".formatted(LOCK));
                statement.execute("drop trigger gate on " + table);
            }
        }
    }

    /** Ends the session, which opens the gate for all who wait. */
    @Override
    public void close() throws SQLException {
        database.close();
    }
}
