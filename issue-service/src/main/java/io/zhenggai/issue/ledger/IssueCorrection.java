package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * 更正: what is absent stays as it is. The source items stay as they were received.
 *
 * @param description what is wrong, at most 2,000 characters
 * @param reason why it is put right, at most 1,000 characters
 */
record IssueCorrection(
        @Text(max = 2_000) @Nullable String description,
        @Nullable Category category,
        @Nullable Severity severity,
        @NotNull @Text(max = 1_000) String reason) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    IssueCorrection {
        description = Stripped.orNull(description);
        reason = Stripped.orNull(reason);
    }
}
