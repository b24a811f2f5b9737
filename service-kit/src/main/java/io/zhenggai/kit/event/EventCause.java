package io.zhenggai.kit.event;

import java.util.Optional;

/** The event whose effect is being given on this thread: what the handler emits goes on in that event's trace. */
public final class EventCause {

    private static final ThreadLocal<Optional<String>> TRACEPARENT = ThreadLocal.withInitial(Optional::empty);

    private EventCause() {}

    /** Runs an effect as caused by an event; whatever it throws comes through. */
    public static void run(Event event, Runnable effect) {
        TRACEPARENT.set(event.traceparent());
        try {
            effect.run();
        } finally {
            TRACEPARENT.remove();
        }
    }

    /** @return the W3C trace context of the event at hand; empty outside of an effect, or where the event has none */
    public static Optional<String> traceparent() {
        return TRACEPARENT.get();
    }
}
