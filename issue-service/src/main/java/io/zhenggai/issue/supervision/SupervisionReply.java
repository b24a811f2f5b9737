package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.Stripped;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;

/**
 * 回复.
 *
 * @param reply at most 5,000 characters
 */
record SupervisionReply(@NotNull @Text(max = 5_000) String reply) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    SupervisionReply {
        reply = Stripped.orNull(reply);
    }
}
