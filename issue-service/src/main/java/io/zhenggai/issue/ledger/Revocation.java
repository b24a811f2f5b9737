package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * 撤销销号.
 *
 * @param finding what was wrong with the close-out
 * @param reason at most 1,000 characters
 * @param deadline until when it is rectified anew: from today, within a year
 */
record Revocation(
        @NotNull CloseOutFinding finding,
        @NotNull @Text(max = 1_000) String reason,
        @NotNull LocalDate deadline) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    Revocation {
        reason = Stripped.orNull(reason);
    }
}
