package io.zhenggai.kit.event;

import io.smallrye.health.api.HealthGroup;
import io.zhenggai.kit.event.inbox.EventConsumer;
import io.zhenggai.kit.event.inbox.EventWatch;
import io.zhenggai.kit.event.outbox.OutboxRelay;
import io.zhenggai.kit.event.rebuild.RebuildTroubles;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether events flow, with the reason in words where they do not; a group of its own, not part of readiness (decision 6). */
@HealthGroup("events")
@ApplicationScoped
class EventsHealth implements HealthCheck {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final OutboxRelay relay;
    private final EventConsumer consumer;
    private final EventWatch watch;
    private final Backlog backlog;
    private final RebuildTroubles rebuilds;

    EventsHealth(
            OutboxRelay relay, EventConsumer consumer, EventWatch watch, Backlog backlog, RebuildTroubles rebuilds) {
        this.relay = relay;
        this.consumer = consumer;
        this.watch = watch;
        this.backlog = backlog;
        this.rebuilds = rebuilds;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> sending = new ArrayList<>(relay.trouble().stream().toList());
        List<String> reading = new ArrayList<>(consumer.trouble().stream().toList());
        reading.addAll(watch.trouble().stream().toList());
        List<String> brokers = watch.silence().stream().toList();
        try {
            Backlog.Counts counts = backlog.count();
            if (counts.parked() > 0) {
                sending.add(
                        counts.parked()
                                + " can never be sent and hold back later events of the same things; /admin/parked-events tells why");
            }
            if (counts.oldest().compareTo(LONGEST_WAIT) > 0) {
                sending.add("the oldest has waited for " + counts.oldest().toSeconds() + " s");
            }
            if (counts.deadLetters() > 0) {
                reading.add(counts.deadLetters() + " could not have their effect; /admin/dead-letters tells why");
            }
            reading.addAll(rebuilds.now());
        } catch (SQLException e) {
            sending.add("the database does not answer: " + e.getMessage());
        }
        return HealthCheckResponse.named("events")
                .status(sending.isEmpty() && reading.isEmpty() && brokers.isEmpty())
                .withData("sending", words(sending))
                .withData("reading", words(reading))
                .withData("brokers", words(brokers))
                .build();
    }

    private static String words(List<String> troubles) {
        return troubles.isEmpty() ? "in order" : String.join("; ", troubles);
    }
}
