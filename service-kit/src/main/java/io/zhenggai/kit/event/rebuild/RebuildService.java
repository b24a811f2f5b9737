package io.zhenggai.kit.event.rebuild;

import io.quarkus.arc.All;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.event.operation.EventOperations;
import io.zhenggai.kit.event.operation.OperatedEvent;
import io.zhenggai.kit.event.operation.OperationAction;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an operator may do with projections: have one rebuilt, look at it, and end it. */
@Singleton
class RebuildService {

    private final RebuildRows rows;
    private final EventOperations operations;
    private final RebuildLoop loop;
    private final List<EventHandler> handlers;

    RebuildService(RebuildRows rows, EventOperations operations, RebuildLoop loop, @All List<EventHandler> handlers) {
        this.rows = rows;
        this.operations = operations;
        this.loop = loop;
        this.handlers = handlers.stream()
                .sorted(Comparator.comparing(EventHandler::aggregateType))
                .toList();
    }

    /** Those of this service, by their names. */
    List<ProjectionView> list() {
        return rows.inTransaction(connection -> {
            List<ProjectionView> views = new ArrayList<>();
            for (EventHandler handler : handlers) {
                if (handler instanceof Projection projection) {
                    Rebuild latest = RebuildTable.latest(connection, handler.aggregateType())
                            .orElse(null);
                    views.add(new ProjectionView(handler.aggregateType(), projection.tables(), latest));
                }
            }
            return views;
        });
    }

    /** @throws Refusal 404 when it never had one */
    Rebuild latest(String aggregateType) {
        projection(aggregateType);
        return rows.inTransaction(connection -> RebuildTable.latest(connection, aggregateType))
                .orElseThrow(RebuildService::noSuchRebuild);
    }

    /** @throws Refusal 404 when there is none */
    Rebuild find(String aggregateType, long id) {
        projection(aggregateType);
        return rows.inTransaction(connection -> RebuildTable.find(connection, aggregateType, id))
                .orElseThrow(RebuildService::noSuchRebuild);
    }

    /**
     * Makes the copy, empty, and has it fed from now on.
     *
     * @throws Refusal 404 for a type that is not read here; 422 for a reaction and for tables that cannot be copied; 409 while
     *     another one runs
     */
    Rebuild start(Caller by, String aggregateType, String reason) {
        CopySchema copy = new CopySchema(projection(aggregateType));
        Rebuild started = rows.inTransaction(connection -> {
            Rebuild rebuild = RebuildTable.insert(connection, aggregateType, by, reason)
                    .orElseThrow(() -> new Refusal(
                            ProblemType.CONFLICT,
                            "该投影正在重建，请等待其结束或先取消。",
                            "This projection is being rebuilt already: wait for its end, or cancel it."));
            Optional<String> obstacle = copy.create(connection);
            if (obstacle.isPresent()) {
                throw new Refusal(
                        ProblemType.UNPROCESSABLE,
                        "该投影的数据表无法复制：" + obstacle.get(),
                        "The tables of this projection cannot be copied: " + obstacle.get());
            }
            record(connection, by, OperationAction.REBUILD, reason, aggregateType);
            return rebuild;
        });
        loop.wake();
        return started;
    }

    /**
     * Ends one that runs, so that its copy goes; puts one aside that has failed.
     *
     * @throws Refusal 404 when there is none; 409 when it has ended otherwise
     */
    void cancel(Caller by, String aggregateType, long id, String reason) {
        CopySchema copy = new CopySchema(projection(aggregateType));
        rows.inTransaction(connection -> {
            Rebuild rebuild =
                    RebuildTable.lock(connection, aggregateType, id).orElseThrow(RebuildService::noSuchRebuild);
            switch (rebuild.state()) {
                case RUNNING -> copy.drop(connection);
                case FAILED -> {}
                case SWITCHED, CANCELLED ->
                    throw new Refusal(
                            ProblemType.CONFLICT,
                            "该重建已结束，不能取消。",
                            "This rebuild has ended: there is nothing to cancel.");
            }
            RebuildTable.end(connection, id, RebuildState.CANCELLED, null);
            record(connection, by, OperationAction.CANCEL_REBUILD, reason, aggregateType);
            return id;
        });
    }

    private Projection projection(String aggregateType) {
        EventHandler handler = handlers.stream()
                .filter(one -> one.aggregateType().equals(aggregateType))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("投影", "projection"));
        if (handler instanceof Projection projection) {
            return projection;
        }
        throw new Refusal(
                ProblemType.UNPROCESSABLE,
                "本服务对 " + aggregateType + " 事件的处理不是投影，不能重新执行。",
                "What this service does on events of " + aggregateType + " is a reaction, which is never run again.");
    }

    private void record(Connection connection, Caller by, OperationAction action, String reason, String aggregateType)
            throws SQLException {
        operations.add(
                connection,
                by,
                action,
                reason,
                new OperatedEvent(aggregateType, null, null, null, null, null, null, null));
    }

    private static Refusal noSuchRebuild() {
        return Refusal.notFound("重建", "rebuild");
    }
}
