package io.zhenggai.plan.obligation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the plan or report stands that an obligation asks for; its whole state, so that an obligation can follow whatever it
 * missed.
 *
 * @param firstSubmittedAt the moment by which punctuality is judged
 * @param returns how often it was returned so far
 * @param resubmitBy there when, and only when, it is RETURNED
 * @param returnedAt of the last return
 */
public record Filing(
        Status status,
        Instant firstSubmittedAt,
        int returns,
        @Nullable LocalDate resubmitBy,
        @Nullable Instant returnedAt,
        @Nullable Instant acceptedAt) {

    /** A draft is no filing yet. */
    public enum Status {
        /** 已报待审. */
        SUBMITTED,
        /** 退回修改. */
        RETURNED,
        /** 审核通过. */
        ACCEPTED
    }

    /** @throws IllegalArgumentException when a state lacks what belongs to it, naming the field */
    public Filing {
        if ((status == Status.RETURNED) != (resubmitBy != null)) {
            throw new IllegalArgumentException("resubmitBy must be there when, and only when, the status is RETURNED");
        }
        if (status == Status.RETURNED && (returnedAt == null || returns < 1)) {
            throw new IllegalArgumentException("a RETURNED filing has returnedAt and at least one return");
        }
        if ((status == Status.ACCEPTED) != (acceptedAt != null)) {
            throw new IllegalArgumentException("acceptedAt must be there when, and only when, the status is ACCEPTED");
        }
    }
}
