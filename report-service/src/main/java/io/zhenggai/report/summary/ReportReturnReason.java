package io.zhenggai.report.summary;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** Why a part is not good enough. */
record ReportReturnReason(
        @NotNull ReportPart part,
        @NotBlank @Text(max = 1_000) String reason) {}
