package io.zhenggai.issue.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The virus scanner: a clamd that listens on TCP, whose StreamMaxLength is 50 MiB at least. */
@ConfigMapping(prefix = "zhenggai.virus-scan")
public interface VirusScanSettings {

    /** Whether every file is scanned, and none kept that was not. */
    @WithDefault("false")
    boolean enabled();

    /** Where it listens. */
    @WithDefault("127.0.0.1")
    String host();

    /** Where it listens. */
    @WithDefault("3310")
    int port();

    /** Until a connection stands. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** From the first byte of a file to the verdict; shorter than the gateway waits for an answer. */
    @WithDefault("25S")
    Duration timeout();
}
