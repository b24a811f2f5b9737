package io.zhenggai.bench.measure;

import io.zhenggai.bench.stage.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The limit of the database: the same rows inserted into a table like the outbox, in as many transactions and by as many
 * connections, while another connection deletes the oldest 2,000 at a time. JDBC and nothing else.
 */
final class InsertsAndDeletes implements AutoCloseable {

    private static final String INSERT = """
            insert into outbox_limit (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, traceparent, data)
            values ('sample', ?, 1, ?, ?, ?, null, ?)
            """;
    private static final String DELETE =
            "delete from outbox_limit where id = any (array(select id from outbox_limit order by id limit 2000))";

    private final Records records;
    private final int eventsPerCommand;
    private final List<Connection> callers = new ArrayList<>();
    private final Connection deleting;

    InsertsAndDeletes(Stage stage, Records records, int eventsPerCommand, int callers) throws SQLException {
        this.records = records;
        this.eventsPerCommand = eventsPerCommand;
        this.deleting = stage.connect(Stage.LOAD);
        // Prepared while the table is empty, the statement would be planned to read and sort all of it; ours is not
        // either.
        Query.execute(deleting, "set enable_seqscan = off");
        Query.execute(deleting, "set enable_sort = off");
        Query.execute(deleting, "create table if not exists outbox_limit (like outbox including all)");
        for (int caller = 0; caller < callers; caller++) {
            Connection connection = stage.connect(Stage.LOAD);
            connection.setAutoCommit(false);
            this.callers.add(connection);
        }
    }

    /** @return events in a second, until the last one is inserted and deleted */
    double perSecond(int events) throws SQLException, ExecutionException, InterruptedException {
        List<UUID> aggregates = Records.newAggregates(events);
        List<byte[]> bodies = aggregates.stream().map(records::body).toList();
        AtomicInteger taken = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            Stopwatch watch = new Stopwatch();
            List<Future<?>> ends = new ArrayList<>();
            for (Connection caller : callers) {
                ends.add(threads.submit(() -> {
                    insert(caller, aggregates, bodies, taken);
                    return null;
                }));
            }
            delete(events);
            double rate = watch.perSecond(events);
            for (Future<?> end : ends) {
                end.get();
            }
            return rate;
        } finally {
            threads.shutdown();
        }
    }

    private void insert(Connection caller, List<UUID> aggregates, List<byte[]> bodies, AtomicInteger taken)
            throws SQLException {
        int all = aggregates.size();
        for (int first = taken.getAndAdd(eventsPerCommand); first < all; first = taken.getAndAdd(eventsPerCommand)) {
            try (PreparedStatement insert = caller.prepareStatement(INSERT)) {
                for (int number = first; number < Math.min(first + eventsPerCommand, all); number++) {
                    insert.setObject(1, aggregates.get(number));
                    insert.setObject(2, aggregates.get(number));
                    insert.setString(3, records.sample().type());
                    insert.setObject(4, records.sample().occurredAt().atOffset(ZoneOffset.UTC));
                    insert.setBytes(5, bodies.get(number));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            caller.commit();
        }
    }

    private void delete(int events) throws SQLException {
        AtomicInteger left = new AtomicInteger(events);
        try (PreparedStatement delete = deleting.prepareStatement(DELETE)) {
            Stopwatch.await("the deletion of what was inserted", 1, () -> {
                int deleted = delete.executeUpdate();
                while (deleted > 0 && left.addAndGet(-deleted) > 0) {
                    deleted = delete.executeUpdate();
                }
                return left.get() <= 0;
            });
        }
    }

    @Override
    public void close() throws SQLException {
        deleting.close();
        for (Connection caller : callers) {
            caller.close();
        }
    }
}
