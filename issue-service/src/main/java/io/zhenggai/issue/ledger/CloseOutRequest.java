package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/**
 * 申请销号.
 *
 * @param result what was reached
 * @param lastingMechanism 长效措施, or why none is needed
 * @param pledgeOfTruth the applicant vouches for the truth of it, by the name of the account
 */
public record CloseOutRequest(
        @NotNull @Text(max = 2_000) String result,
        @NotNull @Text(max = 2_000) String lastingMechanism,
        @AssertTrue boolean pledgeOfTruth) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    public CloseOutRequest {
        result = Stripped.orNull(result);
        lastingMechanism = Stripped.orNull(lastingMechanism);
    }
}
