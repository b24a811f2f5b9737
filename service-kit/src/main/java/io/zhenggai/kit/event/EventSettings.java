package io.zhenggai.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the event backbone. */
@ConfigMapping(prefix = "zhenggai.events")
public interface EventSettings {

    /** @return the aggregate types whose topics this service owns and creates; empty for one that only listens */
    Optional<Set<String>> owns();

    /** @return those of them whose events are kept for systems that do not read Kafka; none by default */
    Optional<Set<String>> fed();

    /** @return partitions of a topic that is created; fixed for ever, since keys are spread over them */
    @WithDefault("6")
    int partitions();

    /** @return the most bytes that one event's JSON may have; below Kafka's 1 MiB with room for headers */
    @WithDefault("921600")
    int largestEventBytes();

    /** @return how many outbox rows one batch takes at the most */
    @WithDefault("2000")
    int batchRows();

    /** @return after how many bytes of event data a batch takes no further row: it has to be sent while the session waits */
    @WithDefault("8388608")
    long batchBytes();

    /** @return how long a partition rests after a transient failure, doubled up to 32 times */
    @WithDefault("200ms")
    Duration backOff();
}
