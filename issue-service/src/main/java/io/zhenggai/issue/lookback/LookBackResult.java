package io.zhenggai.issue.lookback;

import io.zhenggai.issue.ledger.Relapse;
import io.zhenggai.issue.ledger.Stripped;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one issue that was drawn.
 *
 * @param issue its id or ledger number
 * @param note what was seen on the spot, at most 1,000 characters; of a revocation it is the reason
 * @param checkedOn the day of the inspection, from the day of the draw to today
 * @param checkedBy the names of who inspected, at most 100 characters
 * @param deadline of what is to be rectified anew: within a year from today; only where a close-out is revoked
 * @param recurrence id or ledger number of the issue as which it has come back, where it is registered already
 * @param relapse what is to be registered of what has come back, where it is not yet
 */
record LookBackResult(
        @NotNull @Text(max = 36) String issue,
        @NotNull LookBackFinding finding,
        @NotNull @Text(max = 1_000) String note,
        @NotNull LocalDate checkedOn,
        @NotNull @Text(max = 100) String checkedBy,
        @Nullable LocalDate deadline,
        @Text(max = 36) @Nullable String recurrence,
        @Valid @Nullable Relapse relapse) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    LookBackResult {
        issue = Stripped.orNull(issue);
        note = Stripped.orNull(note);
        checkedBy = Stripped.orNull(checkedBy);
        recurrence = Stripped.orNull(recurrence);
    }
}
