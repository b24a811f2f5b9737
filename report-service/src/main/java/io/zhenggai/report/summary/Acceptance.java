package io.zhenggai.report.summary;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;

/** What the province says when it accepts 审核意见. */
record Acceptance(@NotBlank @Text(max = 1_000) String opinion) {}
