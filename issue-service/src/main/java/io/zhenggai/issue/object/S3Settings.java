package io.zhenggai.issue.object;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The bucket, where objects lie in one. */
@ConfigMapping(prefix = "zhenggai.s3")
public interface S3Settings {

    /** Scheme, host and port of the store; the region's own of Amazon where nothing is said. */
    Optional<URI> endpoint();

    /** As the store calls it; most others than Amazon take any. */
    @WithDefault("us-east-1")
    String region();

    /** A bucket of its own, which is there already. */
    Optional<String> bucket();

    /** Who we are to the store. */
    Optional<String> accessKey();

    /** By which we prove it. */
    Optional<String> secretKey();

    /** Whether the bucket stands in the path, as most others than Amazon have it, rather than in the host's name. */
    @WithDefault("true")
    boolean pathStyle();

    /** Until a connection stands. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** Silence after which a call is given up. */
    @WithDefault("20S")
    Duration readTimeout();
}
