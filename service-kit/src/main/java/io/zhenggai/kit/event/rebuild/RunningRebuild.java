package io.zhenggai.kit.event.rebuild;

import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.event.inbox.CopyGoneException;
import io.zhenggai.kit.event.inbox.CopyReader;
import io.zhenggai.kit.event.inbox.CopyReaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rebuild that this replica has, with its reader. */
final class RunningRebuild {

    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    /** How long the live consumer waits for the copy, at the most. */
    private static final Duration LONGEST_CATCH_UP = Duration.ofSeconds(3);

    private final Rebuild rebuild;
    private final Projection projection;
    private final CopySchema copy;
    private final UUID owner;
    private @Nullable CopyReader reader;
    private Optional<String> obstacle = Optional.empty();
    private boolean prepared;
    private long nextRenewal = System.nanoTime();
    private long nextAttempt = System.nanoTime();

    RunningRebuild(Rebuild rebuild, Projection projection, UUID owner) {
        this.rebuild = rebuild;
        this.projection = projection;
        this.copy = new CopySchema(projection);
        this.owner = owner;
    }

    long id() {
        return rebuild.id();
    }

    CopySchema copy() {
        return copy;
    }

    Rebuild rebuild() {
        return rebuild;
    }

    /** What has come has its effect in the copy; the lease is renewed each second. */
    void read(CopyReaders readers, RebuildRows rows) {
        if (reader == null) {
            reader = readers.open(projection, copy.name(), new CopyOpening(rebuild.id(), owner, copy.name()));
        }
        reader.read();
        if (System.nanoTime() - nextRenewal >= 0) {
            renew(rows);
        }
    }

    void renew(RebuildRows rows) {
        if (reader != null) {
            List<String> troubles = Stream.of(obstacle, reader.trouble())
                    .flatMap(Optional::stream)
                    .toList();
            Optional<String> words = troubles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", troubles));
            if (!rows.renew(rebuild.id(), owner, reader.progress(), words)) {
                throw new CopyGoneException();
            }
        }
        nextRenewal = System.nanoTime() + BETWEEN_RENEWALS.toNanos();
    }

    /** @return whether the copy has taken the place of the live tables */
    boolean switched(RebuildSwitchService switches, RebuildRows rows) {
        if (System.nanoTime() - nextAttempt < 0) {
            return false;
        }
        if (!switches.isNear(copy, rebuild.aggregateType())) {
            nextAttempt = System.nanoTime() + BETWEEN_LOOKS.toNanos();
            return false;
        }
        if (!prepared) {
            switches.prepare(copy);
            prepared = true;
        }
        renew(rows);
        long until = System.nanoTime() + LONGEST_CATCH_UP.toNanos();
        obstacle = switches.attempt(rebuild, owner, copy, behind -> readOn(until));
        nextAttempt = System.nanoTime() + BETWEEN_ATTEMPTS.toNanos();
        return obstacle.isEmpty();
    }

    private boolean readOn(long until) {
        if (reader == null || System.nanoTime() - until >= 0) {
            return false;
        }
        reader.read();
        return true;
    }

    void close() {
        CopyReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
