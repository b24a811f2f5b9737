package io.zhenggai.issue.lookback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the issues that were drawn from, with the result where one is told.
 *
 * @param closedAt of the close-out that is looked at
 * @param digest by which it stands in the order of the draw; absent for who is not shown the seed
 * @param drawn whether it belongs to the sample
 * @param revoked whether the result has revoked the close-out; not where that had been done meanwhile
 * @param recurrence the issue as which it has come back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrawnIssue(
        UUID issueId,
        String ledgerNumber,
        String city,
        String region,
        Instant closedAt,
        @Nullable String digest,
        boolean drawn,
        @Nullable LookBackFinding finding,
        @Nullable String note,
        @Nullable LocalDate checkedOn,
        @Nullable String checkedBy,
        @Nullable Boolean revoked,
        @Nullable UUID recurrence,
        @Nullable String recurrenceNumber,
        @Nullable Instant toldAt,
        @Nullable String toldBy) {

    boolean isTold() {
        return toldAt != null;
    }

    /** @return the same for who is not shown the seed */
    DrawnIssue withoutDigest() {
        return new DrawnIssue(
                issueId,
                ledgerNumber,
                city,
                region,
                closedAt,
                null,
                drawn,
                finding,
                note,
                checkedOn,
                checkedBy,
                revoked,
                recurrence,
                recurrenceNumber,
                toldAt,
                toldBy);
    }
}
