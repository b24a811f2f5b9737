package io.zhenggai.report.summary;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;

/** One opinion or suggestion 意见建议, which is answered by itself. */
record ReportSuggestion(@NotBlank @Text(max = 2_000) String text) {}
