package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;

/**
 * Why something is done 理由.
 *
 * @param reason at most 1,000 characters
 */
public record Reason(@NotNull @Text(max = 1_000) String reason) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    public Reason {
        reason = Stripped.orNull(reason);
    }
}
