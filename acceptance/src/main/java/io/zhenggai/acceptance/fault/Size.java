package io.zhenggai.acceptance.fault;

import java.time.Duration;

/** How hard a fault strikes. */
enum Size {
    /** As in every build. */
    SMALL(Duration.ofSeconds(10), 5_000, 5, Duration.ofMinutes(3)),
    /** As before a release. */
    FULL(Duration.ofSeconds(60), 100_000, 30, Duration.ofMinutes(15));

    private final Duration outage;
    private final int backlog;
    private final int rounds;
    private final Duration patience;

    Size(Duration outage, int backlog, int rounds, Duration patience) {
        this.outage = outage;
        this.backlog = backlog;
        this.rounds = rounds;
        this.patience = patience;
    }

    /** @return for how long something is away */
    Duration outage() {
        return outage;
    }

    /** @return how many events wait for those who were away */
    int backlog() {
        return backlog;
    }

    /** @return how often something short is repeated */
    int rounds() {
        return rounds;
    }

    /** @return how long it may take until everything has had its effects */
    Duration patience() {
        return patience;
    }
}
