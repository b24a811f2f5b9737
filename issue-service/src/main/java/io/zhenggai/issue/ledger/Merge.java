package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;

/**
 * 合并.
 *
 * @param into id or ledger number of the issue that goes on, of the same region and campaign and not over
 * @param reason at most 1,000 characters
 */
record Merge(
        @NotNull @Text(max = 36) String into,
        @NotNull @Text(max = 1_000) String reason) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    Merge {
        into = Stripped.orNull(into);
        reason = Stripped.orNull(reason);
    }
}
