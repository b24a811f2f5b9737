package io.zhenggai.kit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clock beans of a service; whoever only reads business time takes a plain {@link java.time.Clock}. */
@Singleton
class Clocks {

    @Produces
    @Singleton
    RealTime realTime() {
        return RealTime.MACHINE;
    }

    @Produces
    @Singleton
    BusinessClock businessClock(ClockSettings settings, RealTime realTime) {
        if (settings.start().isPresent() && !settings.settable()) {
            throw new IllegalStateException("zhenggai.clock.start is set, but zhenggai.clock.settable is not true");
        }
        BusinessClock clock = new BusinessClock(realTime);
        settings.start().ifPresent(clock::freezeAt);
        return clock;
    }
}
