package io.zhenggai.issue.ledger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a reviewer says 审核意见.
 *
 * @param opinion at most 1,000 characters; of a return it is the reason
 */
record Opinion(@NotBlank @Size(max = 1_000) String opinion) {}
