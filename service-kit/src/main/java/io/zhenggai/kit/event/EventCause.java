package io.zhenggai.kit.event;

import java.util.Optional;

/** The event whose effect is being given on this thread: what the handler emits goes on in that event's trace. */
public final class EventCause {

    private static final ThreadLocal<Optional<String>> TRACEPARENT = ThreadLocal.withInitial(Optional::empty);
    private static final ThreadLocal<Boolean> PROJECTION = ThreadLocal.withInitial(() -> false);

    private EventCause() {}

    /** Has a handler give an event its effect; whatever it throws comes through. */
    public static void run(Event event, EventHandler handler) {
        TRACEPARENT.set(event.traceparent());
        PROJECTION.set(handler instanceof Projection);
        try {
            handler.on(event);
        } finally {
            TRACEPARENT.remove();
            PROJECTION.remove();
        }
    }

    /** @return whether it is a projection that is at work on this thread */
    public static boolean isProjection() {
        return PROJECTION.get();
    }

    /** @return the W3C trace context of the event at hand; empty outside of an effect, or where the event has none */
    public static Optional<String> traceparent() {
        return TRACEPARENT.get();
    }
}
