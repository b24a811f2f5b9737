package io.zhenggai.issue.ledger;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * 申请销号.
 *
 * @param result what was reached
 * @param lastingMechanism 长效措施, or why none is needed
 * @param pledgeOfTruth the applicant vouches for the truth of it, by the name of the account
 */
record CloseOutRequest(
        @NotBlank @Size(max = 2_000) String result,
        @NotBlank @Size(max = 2_000) String lastingMechanism,
        @AssertTrue boolean pledgeOfTruth) {}
