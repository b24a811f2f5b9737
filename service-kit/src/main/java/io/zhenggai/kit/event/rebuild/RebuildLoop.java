package io.zhenggai.kit.event.rebuild;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.database.DatabaseFailure;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.event.inbox.CopyFailedException;
import io.zhenggai.kit.event.inbox.CopyGoneException;
import io.zhenggai.kit.event.inbox.CopyReaders;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.loop.RunUntilStopped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the oldest rebuild that nobody has, feeds its copy, and switches when it has caught up; one at a time. */
@Singleton
class RebuildLoop implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(RebuildLoop.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Map<String, Projection> projections;
    private final CopyReaders readers;
    private final RebuildRows rows;
    private final RebuildSwitchService switches;
    private final UUID owner;
    private final RunUntilStopped loop;
    private @Nullable RunningRebuild running;

    RebuildLoop(
            @All List<EventHandler> handlers,
            CopyReaders readers,
            RebuildRows rows,
            RebuildSwitchService switches,
            Ids ids) {
        this.projections = handlers.stream()
                .filter(Projection.class::isInstance)
                .map(Projection.class::cast)
                .collect(Collectors.toUnmodifiableMap(EventHandler::aggregateType, Function.identity()));
        this.readers = readers;
        this.rows = rows;
        this.switches = switches;
        this.owner = ids.next();
        this.loop = new RunUntilStopped("projection-rebuild", this);
    }

    void start(@Observes StartupEvent event) {
        if (!projections.isEmpty()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (!projections.isEmpty()) {
            loop.close();
        }
    }

    /** A rebuild was asked for. */
    void wake() {
        loop.wake();
    }

    /** @return what is wrong with the loop itself, in words */
    Optional<String> trouble() {
        return projections.isEmpty() ? Optional.empty() : loop.trouble();
    }

    @Override
    public Duration run() {
        try {
            if (running == null) {
                running = rows.take(owner, projections.keySet())
                        .map(rebuild -> new RunningRebuild(rebuild, projections.get(rebuild.aggregateType()), owner))
                        .orElse(null);
            }
            return running == null ? BETWEEN_LOOKS : goOn(running);
        } catch (CopyGoneException e) {
            LOG.infof("a rebuild was ended or is another replica's now");
            forget();
            return Duration.ZERO;
        } catch (KafkaException e) {
            return rest(e);
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e).isEmpty()) {
                throw e;
            }
            return rest(e);
        }
    }

    private Duration goOn(RunningRebuild rebuild) {
        try {
            rebuild.read(readers, rows);
            if (rebuild.switched(switches, rows)) {
                LOG.infof("the tables of %s were rebuilt", rebuild.rebuild().aggregateType());
                forget();
            }
        } catch (CopyFailedException e) {
            LOG.errorf(
                    "the rebuild of %s failed, its tables are as they were: %s",
                    rebuild.rebuild().aggregateType(), e.getMessage());
            rows.fail(rebuild.id(), owner, rebuild.copy(), e.getMessage());
            forget();
        }
        return Duration.ZERO;
    }

    /** The row stays ours where it still is, and says why; the reader is opened anew. */
    private Duration rest(RuntimeException failure) {
        LOG.warnf("a rebuild rests for %s: %s", REST_AFTER_FAILURE, failure.getMessage());
        RunningRebuild rebuild = running;
        if (rebuild != null) {
            rebuild.close();
            if (failure instanceof KafkaException
                    && !rows.renew(rebuild.id(), owner, null, Optional.of(String.valueOf(failure.getMessage())))) {
                forget();
            }
        }
        return REST_AFTER_FAILURE;
    }

    private void forget() {
        RunningRebuild old = running;
        running = null;
        if (old != null) {
            old.close();
        }
    }

    /** Another replica may go on at once. */
    @Override
    public void release() {
        RunningRebuild old = running;
        forget();
        if (old != null) {
            rows.giveBack(old.id(), owner);
        }
    }
}
