package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;

/**
 * What a reviewer says 审核意见.
 *
 * @param opinion at most 1,000 characters; of a return it is the reason
 */
record Opinion(@NotNull @Text(max = 1_000) String opinion) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    Opinion {
        opinion = Stripped.orNull(opinion);
    }
}
