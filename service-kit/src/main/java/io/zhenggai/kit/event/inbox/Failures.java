package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.UnreadableEventException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;

/** Tells failures that pass by themselves from those that would come again. */
final class Failures {

    /** Connection, rollback for the sake of others, resources, operator intervention, system: SQL state classes. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57", "58");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Failures() {}

    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return isTransient(sql);
            }
            if (cause instanceof LockTimeoutException
                    || cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException) {
                return true;
            }
        }
        return false;
    }

    /** A failure without a state comes from the connection pool: no connection in time. */
    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.length() == 5 && TRANSIENT_CLASSES.contains(state.substring(0, 2));
    }

    /** @return what is wrong with the event, or the innermost reason, for the operator */
    static String reason(Throwable failure) {
        if (failure instanceof UnreadableEventException) {
            return failure.getMessage();
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
