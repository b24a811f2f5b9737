package io.zhenggai.kit.event.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.zhenggai.kit.event.EventEffect;
import io.zhenggai.kit.event.EventJson;
import io.zhenggai.kit.event.EventSettings;
import io.zhenggai.kit.event.EventSpans;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.sql.Columns;
import io.zhenggai.kit.trace.TraceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where commands leave their events, in their own transaction: both are committed or neither is (decision 1). */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, traceparent, data)
            select aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, ?, data
            from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality
                 as event (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data, place)
            order by place
            """;

    /** What still waits says the same: the version is the same. */
    private static final String INSERT_SNAPSHOT = INSERT + """
            on conflict (aggregate_type, aggregate_id, aggregate_version, snapshot) do nothing
            """;

    private final AgroalDataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final EventJson json;
    private final EventSettings settings;
    private final Ids ids;
    private final OutboxRelay relay;
    private final CurrentVertxRequest request;

    Outbox(
            AgroalDataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            EventJson json,
            EventSettings settings,
            Ids ids,
            OutboxRelay relay,
            CurrentVertxRequest request) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.json = json;
        this.settings = settings;
        this.ids = ids;
        this.relay = relay;
        this.request = request;
    }

    /**
     * Appends events to the transaction at hand; the relay is woken after its commit. One round trip for any number of events.
     *
     * @param events in the order in which they happened; each aggregate's versions without gaps
     * @throws IllegalStateException without an active transaction; within a projection, which would emit them again when it is
     *     rebuilt
     * @throws IllegalArgumentException when an event's JSON has more bytes than {@code zhenggai.events.largest-event-bytes}
     */
    public void append(List<NewEvent> events) {
        append(INSERT, events);
    }

    /**
     * Appends snapshots in the same way. One that still waits to be sent, of the same version, is not appended again.
     *
     * @param snapshots of aggregates whose rows are locked, so that nobody appends a newer event before the commit
     */
    public void appendSnapshots(List<NewEvent> snapshots) {
        append(INSERT_SNAPSHOT, snapshots);
    }

    private void append(String sql, List<NewEvent> events) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("events are appended within the transaction of their command only");
        }
        if (EventEffect.isOfProjection()) {
            throw new IllegalStateException("a projection emits no events");
        }
        if (events.isEmpty()) {
            return;
        }
        String traceparent = traceparent().orElse(null);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            bind(insert, events, traceparent);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxUnavailableException(e);
        }
        transactions.registerInterposedSynchronization(new WakeAfterCommit());
    }

    private void bind(PreparedStatement insert, List<NewEvent> events, @Nullable String traceparent)
            throws SQLException {
        insert.setString(1, traceparent);
        Columns<NewEvent> columns = new Columns<>(insert, events);
        columns.texts(2, NewEvent::aggregateType);
        columns.uuids(3, NewEvent::aggregateId);
        columns.longs(4, NewEvent::aggregateVersion);
        columns.uuids(5, event -> ids.next());
        columns.texts(6, NewEvent::type);
        columns.instants(7, NewEvent::occurredAt);
        columns.bytes(8, this::data);
    }

    private byte[] data(NewEvent event) {
        byte[] data = json.write(event.data());
        if (data.length > settings.largestEventBytes()) {
            throw new IllegalArgumentException("%s of %s has %d bytes, at most %d are sent"
                    .formatted(event.type(), event.aggregateId(), data.length, settings.largestEventBytes()));
        }
        return data;
    }

    /** What is current: the request, or the effect of an event, also where an operator's request has it replayed. */
    private Optional<String> traceparent() {
        return EventSpans.current().or(this::ofRequest);
    }

    /** Where no traces are taken, the caller's own. Outside of a request there is none to ask for, not even an empty one. */
    private Optional<String> ofRequest() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent()).map(TraceId::traceparent)
                : Optional.empty();
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing: the rows are already written.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
