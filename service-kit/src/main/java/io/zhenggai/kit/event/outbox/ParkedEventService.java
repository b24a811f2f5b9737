package io.zhenggai.kit.event.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.event.operation.EventOperations;
import io.zhenggai.kit.event.operation.OperatedEvent;
import io.zhenggai.kit.event.operation.OperationAction;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.paging.NumberedPages;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What an operator may do with an event that could not be sent: have it tried again, or have it never sent. */
@Singleton
class ParkedEventService {

    private static final String QUESTION = "parked";

    private final AgroalDataSource dataSource;
    private final EventOperations operations;
    private final OutboxRelay relay;

    ParkedEventService(AgroalDataSource dataSource, EventOperations operations, OutboxRelay relay) {
        this.dataSource = dataSource;
        this.operations = operations;
        this.relay = relay;
    }

    /** In the order in which they were appended. */
    Page<ParkedEvent> list(PageRequest page) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return NumberedPages.of(
                    ParkedEvents.list(
                            connection, NumberedPages.behind(page, QUESTION).orElse(0L), page.limit() + 1),
                    page,
                    QUESTION,
                    ParkedEvent::id,
                    null);
        }
    }

    /** What is refused once more is parked once more. */
    void retry(Caller by, long id, String reason) {
        operate(by, OperationAction.RETRY_PARKED, reason, connection -> ParkedEvents.unpark(connection, id));
    }

    /** The event's body stays on record, and in the feed of changes; later events of the aggregate are sent from now on. */
    void discard(Caller by, long id, String reason) {
        operate(by, OperationAction.DISCARD_PARKED, reason, connection -> ParkedEvents.discard(connection, id));
    }

    private void operate(Caller by, OperationAction action, String reason, Work work) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection()) {
                OperatedEvent event =
                        work.done(connection).orElseThrow(() -> Refusal.notFound("待处理事件", "parked event"));
                operations.add(connection, by, action, reason, event);
            } catch (SQLException e) {
                throw new OutboxUnavailableException(e);
            }
        });
        relay.wake();
    }

    private interface Work {
        Optional<OperatedEvent> done(Connection connection) throws SQLException;
    }
}
