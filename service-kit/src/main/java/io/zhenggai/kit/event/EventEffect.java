package io.zhenggai.kit.event;

/** The effect that an event is being given on this thread. */
public final class EventEffect {

    private static final ThreadLocal<Boolean> PROJECTION = ThreadLocal.withInitial(() -> false);

    private EventEffect() {}

    /** Has a handler give an event its effect; whatever it throws comes through. */
    public static void give(Event event, EventHandler handler) {
        PROJECTION.set(handler instanceof Projection);
        try {
            handler.on(event);
        } finally {
            PROJECTION.remove();
        }
    }

    /** @return whether it is a projection that is at work on this thread */
    public static boolean isOfProjection() {
        return PROJECTION.get();
    }
}
