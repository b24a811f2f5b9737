package io.zhenggai.kit.event;

import io.smallrye.health.api.HealthGroup;
import io.zhenggai.kit.event.inbox.EventConsumer;
import io.zhenggai.kit.event.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether events flow, with the reason in words where they do not; a group of its own, not part of readiness (decision 6). */
@HealthGroup("events")
@ApplicationScoped
class EventsHealth implements HealthCheck {

    private final OutboxRelay relay;
    private final EventConsumer consumer;

    EventsHealth(OutboxRelay relay, EventConsumer consumer) {
        this.relay = relay;
        this.consumer = consumer;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> sending = relay.trouble();
        Optional<String> reading = consumer.trouble();
        return HealthCheckResponse.named("events")
                .status(sending.isEmpty() && reading.isEmpty())
                .withData("sending", sending.orElse("in order"))
                .withData("reading", reading.orElse("in order"))
                .build();
    }
}
