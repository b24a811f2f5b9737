package io.zhenggai.issue.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.issue.evidence.SweepService.Swept;
import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.issue.object.ObjectStoreException;
import io.zhenggai.issue.object.ObjectStoreSettings;
import io.zhenggai.issue.object.Staging;
import io.zhenggai.kit.loop.RunUntilStopped;
import io.zhenggai.kit.time.RealTime;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Clears away, at intervals and page by page, what nobody needs: uploads that have expired, objects of what was never committed or was withdrawn,
 * files that a process left half written. One replica at a time; who is stopped begins anew.
 */
@Singleton
class Sweep implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(100);

    private final SweepService service;
    private final Staging staging;
    private final ObjectStoreSettings settings;
    private final RealTime time;
    private final RunUntilStopped loop;
    private Optional<ObjectKey> last = Optional.empty();
    private int deleted;

    Sweep(SweepService service, Staging staging, ObjectStoreSettings settings, RealTime time) {
        this.service = service;
        this.staging = staging;
        this.settings = settings;
        this.time = time;
        this.loop = new RunUntilStopped("sweep", this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    @Override
    public Duration run() {
        try {
            if (last.isEmpty()) {
                service.forgetExpired();
                staging.deleteOlderThan(time.now().minus(settings.grace()));
            }
            Swept swept = service.sweepBehind(last);
            deleted += swept.deleted();
            last = swept.last();
            return last.isPresent() ? BETWEEN_PAGES : endOfPass();
        } catch (ObjectStoreException e) {
            // It has said so in the log.
            last = Optional.empty();
            return settings.sweepInterval();
        }
    }

    private Duration endOfPass() {
        if (deleted > 0) {
            LOG.infof("%d objects that nothing names were deleted from the object store", deleted);
            deleted = 0;
        }
        return settings.sweepInterval();
    }

    @Override
    public void release() {
        last = Optional.empty();
    }
}
