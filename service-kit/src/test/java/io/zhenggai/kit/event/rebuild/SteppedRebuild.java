package io.zhenggai.kit.event.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.inbox.CopyReaders;
import io.zhenggai.kit.event.inbox.SteppedConsumer;
import io.zhenggai.kit.event.operation.EventOperations;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A projection of its own for each test, its live consumer and its rebuild moved on by the test step by step. */
abstract class SteppedRebuild {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Caller OPERATOR = new Caller(
            "operations", "系统运维", Role.SYSTEM, "410000", Optional.of("operations"), Set.of("events:operate"));

    @Inject
    AgroalDataSource dataSource;

    @Inject
    SteppedConsumer.Factory consumers;

    @Inject
    CopyReaders readers;

    @Inject
    RebuildRows rows;

    @Inject
    RebuildSwitchService switches;

    @Inject
    EventOperations operations;

    @Inject
    Ids ids;

    final Map<UUID, String> told = new HashMap<>();
    final List<UUID> memos = new ArrayList<>();
    final Map<UUID, Long> versions = new HashMap<>();
    Memos projection;
    SteppedConsumer live;
    RebuildLoop rebuild;
    RebuildService service;

    @BeforeEach
    void haveAProjection() throws Exception {
        projection = new Memos(dataSource);
        live = consumers.of(projection);
        rebuild = replica();
        service = new RebuildService(rows, operations, rebuild, List.of(projection, new Reaction()));
    }

    @AfterEach
    void closeAll() {
        rebuild.release();
        live.close();
        projection.close();
    }

    RebuildLoop replica() {
        return new RebuildLoop(List.of(projection), readers, rows, switches, ids);
    }

    Rebuild start() {
        return service.start(OPERATOR, projection.aggregateType(), "test");
    }

    Rebuild latest() {
        return service.latest(projection.aggregateType());
    }

    void stepUntil(RebuildState state) {
        stepUntil(rebuild, state);
    }

    void stepUntil(RebuildLoop loop, RebuildState state) {
        await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    loop.run();
                    Rebuild now = latest();
                    assertThat(now.state()).as(String.valueOf(now)).isIn(state, RebuildState.RUNNING);
                    return now.state() == state;
                });
    }

    void stepUntil(Callable<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    rebuild.run();
                    assertThat(latest().state()).as(String.valueOf(latest())).isNotEqualTo(RebuildState.FAILED);
                    return condition.call();
                });
    }

    void stepLiveUntil(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInSameThread().pollDelay(Duration.ZERO).until(() -> {
            live.step();
            return condition.call();
        });
    }

    /** Memo n has version 1 and the text "memo n". */
    void tellMemos(int count) {
        IntStream.range(0, count).forEach(number -> {
            memos.add(UUID.randomUUID());
            tell(number, "memo " + number);
        });
    }

    void tell(int memo, String text) {
        UUID id = memos.get(memo);
        projection.tell(id, versions.merge(id, 1L, Long::sum), text);
        told.put(id, text);
    }

    int tellUntil(AtomicBoolean enough) {
        int count = 0;
        while (!enough.get() || count == 0) {
            tell(count % memos.size(), "later " + count);
            // One after the other, as commands come.
            projection.flush();
            count++;
        }
        return count;
    }

    /** Until the live projection stands at the end of what was told. */
    void readAll() {
        projection.flush();
        long count = versions.values().stream().mapToLong(Long::longValue).sum();
        stepLiveUntil(() -> projection
                .lines("select coalesce(sum(next), 0) from consumer_offset where topic = 'zhenggai.{type}'")
                .equals(List.of(String.valueOf(count))));
    }

    /** @return the longest that one question took, in ms; each found all rows */
    long readUntil(AtomicBoolean enough, String sql) {
        long longest = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(projection.sql(sql))) {
            while (!enough.get()) {
                long start = System.nanoTime();
                int found = 0;
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found++;
                    }
                }
                longest = Math.max(
                        longest, Duration.ofNanos(System.nanoTime() - start).toMillis());
                if (found != memos.size()) {
                    throw new IllegalStateException("only " + found + " rows of " + memos.size());
                }
            }
            return longest;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long count(Connection connection, String sql) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(sql);
                ResultSet found = read.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    /** A transaction that holds the live table and does not end. */
    final class Holder implements AutoCloseable {
        private final Connection connection;

        Holder(String sql) {
            try {
                connection = dataSource.getConnection();
                connection.setAutoCommit(false);
                try (PreparedStatement hold = connection.prepareStatement(projection.sql(sql))) {
                    hold.execute();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static final class Reaction implements EventHandler {
        @Override
        public String aggregateType() {
            return "reaction";
        }

        @Override
        public boolean reads(String type) {
            return true;
        }

        @Override
        public void on(Event event) {
            throw new IllegalStateException("never");
        }
    }
}
