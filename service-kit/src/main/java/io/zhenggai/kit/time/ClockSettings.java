package io.zhenggai.kit.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Instant;
import java.util.Optional;

/** Settings of the business clock. */
@ConfigMapping(prefix = "zhenggai.clock")
public interface ClockSettings {

    /** @return whether the clock may be set from outside; true on local stacks only, never where officials work */
    @WithDefault("false")
    boolean settable();

    /** @return the moment at which the clock stands from the start; refused at start unless {@link #settable()} */
    Optional<Instant> start();
}
