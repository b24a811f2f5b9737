package io.zhenggai.plan.plan;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;

/**
 * 审核通过.
 *
 * @param opinion 审核意见
 */
record PlanAcceptance(@NotBlank @Text(max = 1_000) String opinion) {}
