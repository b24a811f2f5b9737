package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.Stripped;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;

/**
 * Why a proposal is not taken up.
 *
 * @param reason at most 1,000 characters
 */
record DismissalReason(@NotNull @Text(max = 1_000) String reason) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    DismissalReason {
        reason = Stripped.orNull(reason);
    }
}
