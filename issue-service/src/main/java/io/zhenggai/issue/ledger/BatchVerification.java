package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * One of several reviews 批量审核.
 *
 * @param reference id or ledger number of the issue
 * @param version of the issue that it is done to
 * @param opinion at most 1,000 characters; of a return it is the reason
 * @param dissatisfactionExplained as of a {@link CloseOut}
 */
record BatchVerification(
        @NotNull @Text(max = 36) String reference,
        @NotNull @Min(0) @Max(1_000_000_000) Long version,
        @NotNull CloseOutDecision decision,
        @NotNull @Text(max = 1_000) String opinion,
        @Text(max = 1_000) @Nullable String dissatisfactionExplained)
        implements BatchItem {

    /** What is decided on a request for close-out. */
    enum CloseOutDecision {
        /** 初审通过. */
        FIRST_REVIEW,
        /** 销号. */
        CLOSE,
        /** 退回整改. */
        RETURN
    }

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    BatchVerification {
        opinion = Stripped.orNull(opinion);
        dissatisfactionExplained = Stripped.orNull(dissatisfactionExplained);
    }
}
