package io.zhenggai.issue.object;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where files lie. */
@ConfigMapping(prefix = "zhenggai.objects")
public interface ObjectStoreSettings {

    /** In files below {@link #directory()}, or in a bucket of a store that speaks S3. */
    @WithDefault("FILES")
    Kind store();

    /**
     * Where files lie until they are whole, and then too unless they go into a bucket. All replicas share the one of the files; made when
     * absent. No default: without it the service does not start.
     */
    Path directory();

    /** How long an object that no row names is left alone: longer than any upload takes, and than a restore of the database may lag. */
    @WithDefault("24H")
    Duration grace();

    /** How often a replica looks for objects that no row names. */
    @WithDefault("1H")
    Duration sweepInterval();

    /** The kinds of stores. */
    enum Kind {
        FILES,
        S3
    }
}
