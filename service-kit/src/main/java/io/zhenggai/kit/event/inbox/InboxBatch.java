package io.zhenggai.kit.event.inbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.EventJson;
import io.zhenggai.kit.event.EventSpans;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.event.UnreadableEventException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Gives records of one topic their effect, in one transaction with the offsets of their partitions. Round trips beside the
 * handler's own: move the offsets, read the gate, read the blocked, write the gate: four for a batch of any size, and one more
 * for each letter that has to wait behind another.
 */
@Singleton
class InboxBatch implements RecordEffects {

    private static final Logger LOG = Logger.getLogger(InboxBatch.class);
    private static final int TIMEOUT_SECONDS = 60;

    /** What the names of the live meters begin with. */
    static final String LIVE_METERS = "zhenggai.events.";

    private final AgroalDataSource dataSource;
    private final ConsumerOffsets offsets;
    private final EventJson json;
    private final MeterRegistry meters;
    private final EventSpans spans;
    private final Opening opening;
    private final String meterPrefix;

    @Inject
    InboxBatch(
            AgroalDataSource dataSource,
            ConsumerOffsets offsets,
            EventJson json,
            MeterRegistry meters,
            EventSpans spans) {
        this(dataSource, offsets, json, meters, spans, Opening.NONE, LIVE_METERS);
    }

    /** @param meterPrefix what the names of the meters begin with */
    InboxBatch(
            AgroalDataSource dataSource,
            ConsumerOffsets offsets,
            EventJson json,
            MeterRegistry meters,
            EventSpans spans,
            Opening opening,
            String meterPrefix) {
        this.dataSource = dataSource;
        this.offsets = offsets;
        this.json = json;
        this.meters = meters;
        this.spans = spans;
        this.opening = opening;
        this.meterPrefix = meterPrefix;
    }

    @Override
    public void apply(EventHandler handler, List<Portion> portions) {
        apply(handler, portions, connection -> {});
    }

    /** @param further what else belongs to the effect of these records */
    void apply(EventHandler handler, List<Portion> portions, Work further) {
        List<ConsumerRecord<byte[], byte[]>> records =
                portions.stream().flatMap(portion -> portion.records().stream()).toList();
        Tally tally = new Tally();
        inTransaction(connection -> {
            offsets.move(connection, portions.stream().map(Portion::offset).toList());
            further.run(connection);
            Set<UUID> aggregates = records.stream()
                    .flatMap(letter -> CloudEventHeaders.subject(letter.headers()).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            VersionGate gate = VersionGate.read(connection, handler.aggregateType(), aggregates);
            Set<UUID> blocked = DeadLetters.blocked(connection, handler.aggregateType(), aggregates);
            Effects effects = new Effects(handler, spans);
            for (ConsumerRecord<byte[], byte[]> letter : records) {
                applyOne(connection, handler, letter, gate, blocked, effects, tally);
            }
            effects.complete();
            gate.write(connection);
        });
        // What was rolled back is counted by whoever applies it again.
        tally.addTo(meters, meterPrefix, handler.aggregateType());
        meters.summary(meterPrefix + "batch", "aggregateType", handler.aggregateType())
                .record(records.size());
    }

    /** Gives a letter its effect in the transaction at hand; whoever calls holds the partition and looks who waits behind whom. */
    Tally replay(Connection connection, EventHandler handler, ConsumerRecord<byte[], byte[]> letter)
            throws SQLException {
        Tally tally = new Tally();
        Set<UUID> aggregate =
                CloudEventHeaders.subject(letter.headers()).stream().collect(Collectors.toSet());
        VersionGate gate = VersionGate.read(connection, handler.aggregateType(), aggregate);
        Effects effects = new Effects(handler, spans);
        applyOne(connection, handler, letter, gate, Set.of(), effects, tally);
        effects.complete();
        gate.write(connection);
        return tally;
    }

    @Override
    public void bury(
            EventHandler handler, ConsumerRecord<byte[], byte[]> letter, PartitionOffset offset, String reason) {
        putAside(handler, letter, offset, reason);
        Optional<UUID> aggregate = CloudEventHeaders.subject(letter.headers());
        meters.counter(meterPrefix + "dead", "aggregateType", handler.aggregateType())
                .increment();
        LOG.errorf(
                "%s-%d at %d became a dead letter; later events of %s wait behind it: %s",
                letter.topic(),
                letter.partition(),
                letter.offset(),
                aggregate.map(UUID::toString).orElse("nothing"),
                reason);
    }

    /** As {@link #bury}, of which nobody has to hear. */
    void putAside(EventHandler handler, ConsumerRecord<byte[], byte[]> letter, PartitionOffset offset, String reason) {
        Optional<UUID> aggregate = CloudEventHeaders.subject(letter.headers());
        inTransaction(connection -> {
            offsets.move(connection, List.of(offset));
            DeadLetters.insert(connection, letter, handler.aggregateType(), aggregate, reason);
        });
    }

    private void applyOne(
            Connection connection,
            EventHandler handler,
            ConsumerRecord<byte[], byte[]> letter,
            VersionGate gate,
            Set<UUID> blocked,
            Effects effects,
            Tally tally)
            throws SQLException {
        Optional<UUID> subject = CloudEventHeaders.subject(letter.headers());
        if (subject.filter(blocked::contains).isPresent()) {
            DeadLetters.insert(
                    connection,
                    letter,
                    handler.aggregateType(),
                    subject,
                    "waits behind an earlier event of the aggregate");
            return;
        }
        String type = CloudEventHeaders.type(letter.headers())
                .orElseThrow(() -> new UnreadableEventException("header ce_type is missing"));
        if (!handler.reads(type)) {
            if (isNewerMajor(handler, type)) {
                throw new UnreadableEventException("the major version of " + type + " is newer than this service");
            }
            tally.skipped++;
            return;
        }
        if (letter.value() == null) {
            throw new UnreadableEventException("the record has no body");
        }
        Event event = CloudEventHeaders.read(handler.aggregateType(), letter.headers(), json.read(letter.value()));
        admit(handler, gate, event, letter, effects, tally);
    }

    private static void admit(
            EventHandler handler,
            VersionGate gate,
            Event event,
            ConsumerRecord<byte[], byte[]> letter,
            Effects effects,
            Tally tally) {
        long before = gate.lastSeen(event.aggregateId());
        if (!isAdmitted(handler, gate, event)) {
            tally.repeated++;
            return;
        }
        if (event.aggregateVersion() > before + 1 && !event.isSnapshot()) {
            // Not refused: the event carries the whole state. But versions are dense, so the operator should know.
            tally.gaps++;
            LOG.warnf("version %d of %s arrived after %d", event.aggregateVersion(), event.aggregateId(), before);
        }
        effects.give(event, letter);
        tally.applied++;
    }

    /** A table may be written again with what is as new as it is; a mail that was sent may not be sent again. */
    private static boolean isAdmitted(EventHandler handler, VersionGate gate, Event event) {
        return event.isSnapshot() && handler instanceof Projection
                ? gate.admitsAgain(event.aggregateId(), event.aggregateVersion())
                : gate.admits(event.aggregateId(), event.aggregateVersion());
    }

    private static boolean isNewerMajor(EventHandler handler, String type) {
        int dot = type.lastIndexOf(".v");
        if (dot < 0 || !type.substring(dot + 2).matches("[1-9]\\d{0,3}")) {
            return false;
        }
        int major = Integer.parseInt(type.substring(dot + 2));
        for (int older = 1; older < major; older++) {
            if (handler.reads(type.substring(0, dot) + ".v" + older)) {
                return true;
            }
        }
        return false;
    }

    private void inTransaction(Work work) {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
            try (Connection connection = dataSource.getConnection()) {
                opening.open(connection);
                work.run(connection);
            } catch (SQLException e) {
                throw new EffectFailedException(e);
            }
        });
    }

    /** What became of the records of one transaction, to be counted once it is committed. */
    static final class Tally {
        private int applied;
        private int repeated;
        private int skipped;
        private int gaps;

        void addTo(MeterRegistry meters, String prefix, String aggregateType) {
            meters.counter(prefix + "applied", "aggregateType", aggregateType).increment(applied);
            meters.counter(prefix + "repeated", "aggregateType", aggregateType).increment(repeated);
            meters.counter(prefix + "skipped", "aggregateType", aggregateType).increment(skipped);
            meters.counter(prefix + "gaps", "aggregateType", aggregateType).increment(gaps);
        }
    }

    /** A part of the transaction. */
    interface Work {
        void run(Connection connection) throws SQLException;
    }
}
