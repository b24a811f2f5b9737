package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.Stripped;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a reply.
 *
 * @param opinion at most 1,000 characters; of a return it is the reason
 * @param addressee its ordinal; absent for the first, which is the only one of all but circulars
 */
record ReplyDecision(
        @NotNull @Text(max = 1_000) String opinion,
        @Min(1) @Max(1_000) @Nullable Integer addressee) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    ReplyDecision {
        opinion = Stripped.orNull(opinion);
    }

    int ordinal() {
        return Optional.ofNullable(addressee).orElse(1);
    }
}
