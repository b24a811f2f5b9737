package io.zhenggai.issue.evidence;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;

/**
 * Why a piece of evidence is taken back.
 *
 * @param reason at most 1,000 characters
 */
record Withdrawal(@NotBlank @Text(max = 1_000) String reason) {}
