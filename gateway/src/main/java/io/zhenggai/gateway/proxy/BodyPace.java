package io.zhenggai.gateway.proxy;

import java.time.Duration;

/**
 * How fast a request's body must come: so many bytes in each window of the time in which its caller has the word. While the service
 * takes no more, no time passes for the caller.
 */
final class BodyPace {

    /** How often is to be looked. */
    static final Duration LOOK = Duration.ofMillis(500);

    private final Duration window;
    private final long bytes;
    private Duration waited = Duration.ZERO;
    private long seenBefore;

    /** @param bytes at least so many in each window; a body that is shorter must come whole in one */
    BodyPace(Duration window, long bytes) {
        this.window = window;
        this.bytes = bytes;
    }

    /**
     * Looks at the body, {@link #LOOK} after the last time.
     *
     * @param seen bytes since its beginning
     * @param hasTheWord whether the caller is waited for, not the service
     * @return whether a window has ended in which too little came
     */
    boolean isTooSlow(long seen, boolean hasTheWord) {
        waited = hasTheWord ? waited.plus(LOOK) : waited;
        if (waited.compareTo(window) < 0) {
            return false;
        }
        boolean tooSlow = seen - seenBefore < bytes;
        waited = Duration.ZERO;
        seenBefore = seen;
        return tooSlow;
    }
}
