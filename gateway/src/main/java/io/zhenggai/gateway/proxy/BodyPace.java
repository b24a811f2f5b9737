package io.zhenggai.gateway.proxy;

import java.time.Duration;

/**
 * How fast a request's body must come: so many bytes in each window of the time in which its caller has the word, and all of it within
 * the longest time of that kind. While the service takes no more, no time passes for the caller.
 */
final class BodyPace {

    /** How often is to be looked. */
    static final Duration LOOK = Duration.ofMillis(500);

    private final Duration window;
    private final long bytes;
    private final Duration longest;
    private Duration waited = Duration.ZERO;
    private Duration waitedInAll = Duration.ZERO;
    private long seenBefore;

    /**
     * @param bytes at least so many in each window; a body that is shorter must come whole in one
     * @param longest for the whole of it
     */
    BodyPace(Duration window, long bytes, Duration longest) {
        this.window = window;
        this.bytes = bytes;
        this.longest = longest;
    }

    /**
     * Looks at the body, {@link #LOOK} after the last time.
     *
     * @param seen bytes since its beginning
     * @param hasTheWord whether the caller is waited for, not the service
     * @return whether a window has ended in which too little came, or the longest time has
     */
    boolean isTooSlow(long seen, boolean hasTheWord) {
        if (hasTheWord) {
            waited = waited.plus(LOOK);
            waitedInAll = waitedInAll.plus(LOOK);
        }
        if (waitedInAll.compareTo(longest) >= 0) {
            return true;
        }
        if (waited.compareTo(window) < 0) {
            return false;
        }
        boolean tooSlow = seen - seenBefore < bytes;
        waited = Duration.ZERO;
        seenBefore = seen;
        return tooSlow;
    }
}
