package io.zhenggai.kit.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock by which deadlines, history and event times are told (decision 8). It follows real time until it is frozen at
 * a moment, and stands there until it is frozen at another one or released.
 *
 * <p>It ticks in microseconds, as PostgreSQL keeps moments: a finer one would be rounded there, and the last moment of a day
 * would come back as the first of the next.
 *
 * <p>Safe for use by several threads. Its zone is UTC; whoever needs a business date converts to Asia/Shanghai.
 */
public final class BusinessClock extends Clock {

    private final RealTime realTime;
    private final AtomicReference<Optional<Instant>> frozenAt = new AtomicReference<>(Optional.empty());

    /** @param realTime what the clock follows while it is not frozen */
    public BusinessClock(RealTime realTime) {
        this.realTime = realTime;
    }

    /** Makes the clock stand at {@code moment}; also a moment before the present one is taken. */
    public void freezeAt(Instant moment) {
        frozenAt.set(Optional.of(moment));
    }

    /** Makes the clock follow real time again. */
    public void release() {
        frozenAt.set(Optional.empty());
    }

    /** @return whether the clock stands */
    public boolean isFrozen() {
        return frozenAt.get().isPresent();
    }

    @Override
    public Instant instant() {
        return frozenAt.get().orElseGet(realTime::now).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @return this clock, seen in another zone: it moves and stands with this one */
    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    private static final class InZone extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        private InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }
    }
}
