package io.zhenggai.acceptance.fault;

import io.zhenggai.embedded.system.LocalServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Kafka while it is away and when it comes again. */
final class Broker {

    /** As the coordinator of groups of Kafka 4 says it of one of its partitions ({@code CoordinatorRuntime}). */
    private static final String GROUPS_NOT_LOADED = "Failed to load metadata from __consumer_offsets-";

    private final ReplicatedSystem system;
    private final Path log;
    private final Health health;
    private long saidBefore;

    private Broker(ReplicatedSystem system) {
        this.system = system;
        this.log = system.local().logDirectory().resolve("kafka.log");
        this.health = new Health(system.local());
    }

    /** Kills it, as a power cut would. */
    static Broker killed(ReplicatedSystem system) {
        system.local().kill(LocalServer.KAFKA);
        return new Broker(system);
    }

    /** Starts it again on what it left. */
    void restart() {
        try {
            saidBefore = Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        system.local().restart(LocalServer.KAFKA);
    }

    /**
     * Waits until events flow everywhere. A broker that was killed has been seen to come up without its groups: it fails to load their
     * partition, and nobody is given anything to read until it is started again, as an operator would. That is done once, and only when
     * the broker itself says so.
     *
     * @throws IllegalStateException when events do not flow for a minute and the broker's log does not tell that reason
     */
    void awaitTheGroups() {
        if (health.becomes(true)) {
            return;
        }
        List<String> reasons = saidSinceRestart()
                .lines()
                .filter(line -> line.contains(GROUPS_NOT_LOADED))
                .toList();
        if (reasons.isEmpty()) {
            throw new IllegalStateException(
                    "events do not flow after the restart of the broker, which does not say that its groups were not loaded");
        }
        system.note("the broker came up without its groups and was started once more, for it said: " + reasons.get(0));
        restart();
        health.await(true);
    }

    private String saidSinceRestart() {
        try (InputStream said = Files.newInputStream(log)) {
            said.skipNBytes(saidBefore);
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
