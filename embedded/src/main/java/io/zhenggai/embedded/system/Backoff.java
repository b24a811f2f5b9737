package io.zhenggai.embedded.system;

import java.time.Duration;

/** How long to wait before something that keeps ending is started again: 1 s, twice as long each time, at most 60 s. */
final class Backoff {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(60);

    private Duration next = SHORTEST;

    /**
     * The pause before the next start.
     *
     * @param ranFor how long it ran this time; after a minute or more the past is forgiven
     */
    Duration afterRunOf(Duration ranFor) {
        if (ranFor.compareTo(LONGEST) >= 0) {
            next = SHORTEST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
