package io.zhenggai.issue.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.database.DatabaseFailure;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.loop.RunUntilStopped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes the oldest import that nobody works on, and does it; one at a time in each replica, so that what they hold has a bound. */
@Singleton
class ImportLoop implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(ImportLoop.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final ImportRepository imports;
    private final ImportWorkService work;
    private final UUID owner;
    private final RunUntilStopped loop;

    ImportLoop(ImportRepository imports, ImportWorkService work, Ids ids) {
        this.imports = imports;
        this.work = work;
        this.owner = ids.next();
        this.loop = new RunUntilStopped("issue-imports", this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** An import waits. */
    void wake() {
        loop.wake();
    }

    @Override
    public Duration run() {
        try {
            Optional<ImportRow> taken = imports.take(owner);
            if (taken.isEmpty()) {
                imports.forgetOld();
                return BETWEEN_LOOKS;
            }
            work.work(taken.get(), owner);
            LOG.infof("the import %s is settled", taken.get().id());
            return Duration.ZERO;
        } catch (ImportGoneException e) {
            LOG.infof("an import was forgotten or is another replica's now");
            return Duration.ZERO;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e).isEmpty()) {
                throw e;
            }
            LOG.warnf("an import rests for %s and begins anew: %s", REST_AFTER_FAILURE, e.getMessage());
            release();
            return REST_AFTER_FAILURE;
        }
    }

    /** Another replica may go on at once. */
    @Override
    public void release() {
        imports.giveBack(owner);
    }
}
