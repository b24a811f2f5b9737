package io.zhenggai.issue.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.loop.RunUntilStopped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Moves what was stored in the database into the store of objects, from the start on, piece by piece, and looks again each hour: a replica
 * of the release before may store there after this one has started.
 */
@Singleton
class EvidenceMove implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(EvidenceMove.class);
    private static final Duration BETWEEN_PASSES = Duration.ofHours(1);
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(20);

    private final EvidenceMoveService service;
    private final RunUntilStopped loop;
    private long moved;

    EvidenceMove(EvidenceMoveService service) {
        this.service = service;
        this.loop = new RunUntilStopped("evidence-move", this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    @Override
    public Duration run() {
        if (service.moveNext()) {
            moved++;
            return BETWEEN_PIECES;
        }
        if (moved > 0) {
            LOG.infof("%d pieces of evidence were moved from the database into the object store", moved);
            moved = 0;
        }
        return BETWEEN_PASSES;
    }

    @Override
    public void release() {
        // It goes on where it was.
    }
}
