package io.zhenggai.report.summary;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;

/** A text with a heading of its own. */
record ReportSection(
        @NotBlank @Text(max = 200) String title,
        @NotBlank @Text(max = 20_000) String text) {}
