package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.database.DatabaseFailure;
import io.zhenggai.kit.event.UnreadableEventException;

/** Tells failures that pass by themselves from those that would come again. */
final class Failures {

    private Failures() {}

    static boolean isTransient(Throwable failure) {
        return DatabaseFailure.of(failure).isPresent();
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
