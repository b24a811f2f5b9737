package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * 申请改派.
 *
 * @param suggestedUnit who should handle it instead, in the applicant's view
 * @param reason at most 1,000 characters
 */
record ReassignmentRequest(
        @Text(max = 100) @Nullable String suggestedUnit,
        @NotNull @Text(max = 1_000) String reason) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    ReassignmentRequest {
        suggestedUnit = Stripped.orNull(suggestedUnit);
        reason = Stripped.orNull(reason);
    }
}
