package io.zhenggai.kit.database;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures of the database that pass by themselves; all others would come again. */
public enum DatabaseFailure {
    /** It is out of reach, at its limits, or was told to stop. */
    OUT_OF_REACH,
    /** Another transaction was faster or holds what this one needs. */
    CONTENDED;

    /** Connection, resources, operator intervention, system: SQL state classes. */
    private static final Set<String> OUT_OF_REACH_CLASSES = Set.of("08", "53", "57", "58");

    /** After a fail-over a server may be read-only for a while; idle transactions are ended when it is short of patience. */
    private static final Set<String> OUT_OF_REACH_STATES = Set.of("25006", "25P03");

    /** Serialization failures and deadlocks. */
    private static final String ROLLBACK_CLASS = "40";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * Looks at the failure, its causes and what they suppressed: frameworks wrap, and a commit that fails keeps its reason
     * among the suppressed.
     *
     * @return what it is; empty when it is no failure of the database or one that would come again
     */
    public static Optional<DatabaseFailure> of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable cause = open.removeFirst();
            Optional<DatabaseFailure> found = ofOne(cause);
            if (found.isPresent()) {
                return found;
            }
            if (seen.add(cause)) {
                Optional.ofNullable(cause.getCause()).ifPresent(open::addLast);
                open.addAll(List.of(cause.getSuppressed()));
            }
        }
        return Optional.empty();
    }

    private static Optional<DatabaseFailure> ofOne(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return ofState(sql.getSQLState());
        }
        return cause instanceof LockTimeoutException
                        || cause instanceof OptimisticLockException
                        || cause instanceof PessimisticLockException
                ? Optional.of(CONTENDED)
                : Optional.empty();
    }

    /** A failure without a state comes from the connection pool: no connection in time. */
    private static Optional<DatabaseFailure> ofState(@Nullable String state) {
        if (state == null) {
            return Optional.of(OUT_OF_REACH);
        }
        if (state.length() != 5) {
            return Optional.empty();
        }
        String stateClass = state.substring(0, 2);
        if (OUT_OF_REACH_CLASSES.contains(stateClass) || OUT_OF_REACH_STATES.contains(state)) {
            return Optional.of(OUT_OF_REACH);
        }
        return stateClass.equals(ROLLBACK_CLASS) || state.equals(LOCK_NOT_AVAILABLE)
                ? Optional.of(CONTENDED)
                : Optional.empty();
    }
}
