package io.zhenggai.plan.plan.content;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;

/**
 * An issue for which the plan has no measure.
 *
 * @param issue by id or ledger number
 * @param reason why there is none
 */
public record Uncovered(
        @NotBlank @Text(max = 50) String issue,
        @NotBlank @Text(max = 1_000) String reason) {}
