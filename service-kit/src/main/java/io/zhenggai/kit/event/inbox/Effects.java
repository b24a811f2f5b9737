package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventEffect;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.EventSpans;
import io.zhenggai.kit.event.Projection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The effects of one batch. A reaction has its own at once, event by event. A projection is told together what is about different
 * aggregates; where one comes again, what was gathered so far goes first.
 */
final class Effects {

    private final EventHandler handler;
    private final EventSpans spans;
    private final Map<UUID, EventSpans.Received> gathered = new LinkedHashMap<>();

    Effects(EventHandler handler, EventSpans spans) {
        this.handler = handler;
        this.spans = spans;
    }

    /** Takes an event that the gate let through, in the order of its aggregate's versions. */
    void give(Event event, ConsumerRecord<byte[], byte[]> place) {
        if (!(handler instanceof Projection)) {
            spans.process(event, place, () -> EventEffect.give(event, handler));
            return;
        }
        if (gathered.containsKey(event.aggregateId())) {
            complete();
        }
        gathered.put(event.aggregateId(), new EventSpans.Received(event, place));
    }

    /** Gives what was gathered its effect. */
    void complete() {
        if (handler instanceof Projection projection && !gathered.isEmpty()) {
            List<EventSpans.Received> received = List.copyOf(gathered.values());
            gathered.clear();
            List<Event> events =
                    received.stream().map(EventSpans.Received::event).toList();
            spans.process(received, () -> EventEffect.give(events, projection));
        }
    }
}
