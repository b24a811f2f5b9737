package io.zhenggai.kit.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.loop.RunUntilStopped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Seals what is on record at intervals, in whichever replica comes first. */
@Singleton
public class Sealing implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(Sealing.class);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final SealingService service;
    private final Duration interval;
    private final RunUntilStopped loop;

    Sealing(
            SealingService service,
            @ConfigProperty(name = "zhenggai.audit.seal-interval", defaultValue = "1h") Duration interval) {
        this.service = service;
        this.interval = interval;
        this.loop = new RunUntilStopped("sealing", this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** @return what is wrong, in words */
    Optional<String> trouble() {
        return loop.trouble();
    }

    @Override
    public Duration run() {
        long heads = service.seal(interval);
        if (heads > 0) {
            LOG.infof("sealed what is on record: %d chains have grown", heads);
        }
        return interval.compareTo(LONGEST_REST) < 0 ? interval : LONGEST_REST;
    }

    @Override
    public void release() {
        // It holds nothing between two steps.
    }
}
