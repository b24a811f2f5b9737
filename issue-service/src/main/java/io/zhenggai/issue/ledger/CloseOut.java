package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * 销号.
 *
 * @param opinion 验收意见, at most 1,000 characters
 * @param dissatisfactionExplained why it is closed although a complainant who was called back is dissatisfied; needed then, at most 1,000
 *     characters
 */
record CloseOut(
        @NotNull @Text(max = 1_000) String opinion,
        @Text(max = 1_000) @Nullable String dissatisfactionExplained) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    CloseOut {
        opinion = Stripped.orNull(opinion);
        dissatisfactionExplained = Stripped.orNull(dissatisfactionExplained);
    }
}
