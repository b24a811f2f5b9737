package io.zhenggai.kit.event;

import java.util.List;

/** The effect that an event is being given on this thread. */
public final class EventEffect {

    private static final ThreadLocal<Boolean> PROJECTION = ThreadLocal.withInitial(() -> false);

    private EventEffect() {}

    /** Has a handler give an event its effect; whatever it throws comes through. */
    public static void give(Event event, EventHandler handler) {
        give(handler, () -> handler.on(event));
    }

    /** Has a projection give events of different aggregates their effect; whatever it throws comes through. */
    public static void give(List<Event> events, Projection projection) {
        give(projection, () -> projection.keep(events));
    }

    private static void give(EventHandler handler, Runnable effect) {
        PROJECTION.set(handler instanceof Projection);
        try {
            effect.run();
        } finally {
            PROJECTION.remove();
        }
    }

    /** @return whether it is a projection that is at work on this thread */
    public static boolean isOfProjection() {
        return PROJECTION.get();
    }
}
