package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventCause;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.Projection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The effects of one batch: a reaction has its own at once, event by event; a projection at the end, from the newest event of
 * each aggregate, since each carries the whole state.
 */
final class Effects {

    private final EventHandler handler;
    private final Map<UUID, Event> newest = new LinkedHashMap<>();

    Effects(EventHandler handler) {
        this.handler = handler;
    }

    /** Takes an event that the gate let through, in the order of its aggregate's versions. */
    void give(Event event) {
        if (handler instanceof Projection) {
            newest.put(event.aggregateId(), event);
        } else {
            EventCause.run(event, handler);
        }
    }

    /** Gives what has been put off. */
    void complete() {
        if (handler instanceof Projection projection && !newest.isEmpty()) {
            EventCause.run(List.copyOf(newest.values()), projection);
        }
    }
}
