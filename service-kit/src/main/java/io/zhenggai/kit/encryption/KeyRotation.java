package io.zhenggai.kit.encryption;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.encryption.KeyRotationService.Rotated;
import io.zhenggai.kit.loop.RunUntilStopped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings all that is encrypted under the first key, from the start on and again each hour: a replica of the configuration before may
 * write with its key after this one has started.
 */
@Singleton
public class KeyRotation implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final Duration BETWEEN_PASSES = Duration.ofHours(1);
    private static final Duration BETWEEN_TRANSACTIONS = Duration.ofMillis(20);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final KeyRotationService service;
    private final Encryption encryption;
    private final List<EncryptedColumn> columns;
    private final RunUntilStopped loop;
    private int column;
    private UUID last = BEFORE_ALL;
    private long rotated;
    private long unreadable;
    private boolean told;

    KeyRotation(KeyRotationService service, Encryption encryption, @All List<KeepsEncrypted> keepers) {
        this.service = service;
        this.encryption = encryption;
        this.columns = keepers.stream()
                .flatMap(keeper -> keeper.encryptedColumns().stream())
                .toList();
        this.loop = new RunUntilStopped("key-rotation", this);
    }

    void start(@Observes StartupEvent event) {
        if (!columns.isEmpty()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    @Override
    public Duration run() {
        Rotated step = service.rotateBehind(last, columns.get(column));
        rotated += step.rotated();
        unreadable += step.unreadable();
        Optional<UUID> behind = step.last();
        if (behind.isPresent()) {
            last = behind.get();
            return BETWEEN_TRANSACTIONS;
        }
        last = BEFORE_ALL;
        column++;
        return column < columns.size() ? BETWEEN_TRANSACTIONS : endOfPass();
    }

    private Duration endOfPass() {
        if (unreadable > 0) {
            LOG.errorf("%d encrypted values can be read with none of the keys", unreadable);
        } else if (rotated > 0 || !told) {
            LOG.infof(
                    "all that is encrypted is under the key %s now, %d values of it anew",
                    encryption.keyName(), rotated);
        }
        told = true;
        column = 0;
        rotated = 0;
        unreadable = 0;
        return BETWEEN_PASSES;
    }

    @Override
    public void release() {
        // Nothing is kept between two steps.
    }
}
