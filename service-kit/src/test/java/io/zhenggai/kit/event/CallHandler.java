package io.zhenggai.kit.event;

import io.zhenggai.kit.event.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers each call by an event of the thing with the call's id, as a service does that reacts to another one. */
@ApplicationScoped
class CallHandler implements EventHandler {

    private final Outbox outbox;

    CallHandler(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String aggregateType() {
        return "call";
    }

    @Override
    public boolean reads(String type) {
        return type.equals("call.made.v1");
    }

    @Override
    public void on(Event event) {
        outbox.append(List.of(new NewEvent(
                "thing",
                event.aggregateId(),
                1,
                "thing.changed.v1",
                event.occurredAt(),
                EventData.of(event.state(ThingHandler.Thing.class)))));
    }
}
