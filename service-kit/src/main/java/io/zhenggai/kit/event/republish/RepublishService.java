package io.zhenggai.kit.event.republish;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.operation.EventOperations;
import io.zhenggai.kit.event.operation.RepublishedRange;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Publishes snapshots: a few hundred aggregates in one transaction, so that nobody waits long for a row that is locked. */
@Singleton
class RepublishService {

    private static final int IN_ONE_TRANSACTION = 500;

    private final AgroalDataSource dataSource;
    private final Outbox outbox;
    private final EventOperations operations;
    private final Map<String, SnapshotSource> sources;

    RepublishService(
            AgroalDataSource dataSource, Outbox outbox, EventOperations operations, @All List<SnapshotSource> sources) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.operations = operations;
        this.sources = sources.stream()
                .collect(Collectors.toMap(
                        SnapshotSource::aggregateType,
                        source -> source,
                        (one, other) -> {
                            throw new IllegalStateException("two sources of snapshots of " + one.aggregateType());
                        },
                        TreeMap::new));
    }

    /**
     * Publishes up to {@value Republication#MOST} aggregates. What was published when something fails stays published: the same call
     * again does no harm.
     *
     * @throws Refusal 422 when this service does not own the type, or the range ends before it begins
     */
    RepublishResult republish(Caller by, Republication asked) {
        SnapshotSource source = source(asked.aggregateType());
        UUID to = Optional.ofNullable(asked.to()).orElse(SnapshotRange.LAST);
        Optional<UUID> next = Optional.of(Optional.ofNullable(asked.from()).orElse(SnapshotRange.FIRST));
        if (SnapshotRange.isBehind(next.get(), to)) {
            throw Refusal.unprocessable("from", "起始编号不能排在结束编号之后", "must not come behind the end of the range");
        }
        int left = Optional.ofNullable(asked.limit()).orElse(Republication.MOST);
        int published = 0;
        while (next.isPresent() && left > 0) {
            SnapshotRange range = new SnapshotRange(next.get(), to, Math.min(left, IN_ONE_TRANSACTION));
            Published done = QuarkusTransaction.requiringNew().call(() -> publish(by, source, range, asked.reason()));
            published += done.count();
            left -= done.count();
            next = done.next();
        }
        return new RepublishResult(published, next.orElse(null));
    }

    private SnapshotSource source(String aggregateType) {
        SnapshotSource source = sources.get(aggregateType);
        if (source == null) {
            String known = String.join(", ", sources.keySet());
            throw Refusal.unprocessable(
                    "aggregateType",
                    known.isEmpty() ? "本服务不发布任何事件" : "本服务发布的类型为：" + known,
                    known.isEmpty() ? "this service owns none" : "this service owns " + known);
        }
        return source;
    }

    /** @param next the first aggregate of the range that is left */
    private record Published(int count, Optional<UUID> next) {}

    private Published publish(Caller by, SnapshotSource source, SnapshotRange range, String reason) {
        // One more than is published: whether anything is left, and where it begins.
        List<NewEvent> found = source.read(new SnapshotRange(range.from(), range.to(), range.limit() + 1));
        List<NewEvent> snapshots = found.subList(0, Math.min(found.size(), range.limit()));
        if (!snapshots.isEmpty()) {
            outbox.appendSnapshots(snapshots);
            record(by, reason, snapshots);
        }
        Optional<UUID> next = found.size() > range.limit()
                ? Optional.of(found.get(range.limit()).aggregateId())
                : Optional.empty();
        return new Published(snapshots.size(), next);
    }

    private void record(Caller by, String reason, List<NewEvent> snapshots) {
        NewEvent first = snapshots.get(0);
        NewEvent last = snapshots.get(snapshots.size() - 1);
        try (Connection connection = dataSource.getConnection()) {
            operations.add(
                    connection,
                    by,
                    reason,
                    new RepublishedRange(
                            first.aggregateType(),
                            first.type(),
                            first.aggregateId(),
                            last.aggregateId(),
                            snapshots.size()));
        } catch (SQLException e) {
            throw new IllegalStateException("what was told again could not be put on record", e);
        }
    }
}
