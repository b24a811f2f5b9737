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
    private Optional<String> unreadable = Optional.empty();

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
        unreadable = step.unreadable().or(() -> unreadable);
        Optional<UUID> behind = step.last();
        if (behind.isPresent()) {
            last = behind.get();
            return BETWEEN_TRANSACTIONS;
        }
        last = BEFORE_ALL;
        column++;
        return column < columns.size() ? BETWEEN_TRANSACTIONS : endOfPass();
    }

    /** Told each hour: whoever wants to take an old key away asks the log. */
    private Duration endOfPass() {
        long left = columns.stream().mapToLong(service::outdated).sum();
        if (left == 0) {
            LOG.infof("all that is encrypted is under the key %s, %d values anew", encryption.keyName(), rotated);
        } else {
            LOG.warnf(
                    "%d encrypted values are not under the key %s and are tried again in %s%s",
                    left,
                    encryption.keyName(),
                    BETWEEN_PASSES,
                    unreadable.map(one -> "; no key reads " + one).orElse(""));
        }
        column = 0;
        rotated = 0;
        unreadable = Optional.empty();
        return BETWEEN_PASSES;
    }

    @Override
    public void release() {
        // It goes on where it was.
    }
}
