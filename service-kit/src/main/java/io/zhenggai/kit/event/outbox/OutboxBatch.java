package io.zhenggai.kit.event.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** One round of the relay: read, send, delete. A record that can never be sent is found by halving and parked. */
final class OutboxBatch {

    private static final Logger LOG = Logger.getLogger(OutboxBatch.class);

    private final Connection connection;
    private final EventProducer producer;
    private final BatchBounds bounds;
    private final Set<String> fed;
    private final MeterRegistry meters;

    /** @param fed the aggregate types whose events are kept in the feed */
    OutboxBatch(
            Connection connection, EventProducer producer, BatchBounds bounds, Set<String> fed, MeterRegistry meters) {
        this.connection = connection;
        this.producer = producer;
        this.bounds = bounds;
        this.fed = fed;
        this.meters = meters;
    }

    /** @return how many rows left the queue, sent or parked; when any did there may be more */
    int send() throws SQLException {
        List<OutboxRow> rows = OutboxTable.read(connection, bounds.rows(), bounds.bytes());
        if (rows.isEmpty()) {
            connection.commit();
            return 0;
        }
        return send(rows);
    }

    private int send(List<OutboxRow> rows) throws SQLException {
        try {
            Timer.Sample sending = Timer.start(meters);
            producer.send(rows.stream().filter(row -> !row.discarded()).toList());
            sending.stop(meters.timer("zhenggai.outbox.send"));
            OutboxTable.delete(connection, rows, fed);
            connection.commit();
            meters.summary("zhenggai.outbox.batch").record(rows.size());
            return rows.size();
        } catch (RecordRefusedException e) {
            if (rows.size() == 1) {
                park(rows.get(0), e);
                return 1;
            }
            // The second half is read again next time: rows of an aggregate that was just parked must not overtake.
            return send(rows.subList(0, rows.size() / 2));
        }
    }

    private void park(OutboxRow row, RecordRefusedException e) throws SQLException {
        OutboxTable.park(connection, row, String.valueOf(e.getMessage()));
        connection.commit();
        LOG.errorf(
                "event %s (%s, version %d of %s) can never be sent and is parked, later events of it wait: %s",
                row.eventId(), row.type(), row.aggregateVersion(), row.aggregateId(), e.getMessage());
    }
}
