package io.zhenggai.report.summary;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the province says when it accepts 审核意见. */
@Schema(examples = """
        {"opinion": "同意"}
        """)
record ReportAcceptance(@NotBlank @Text(max = 1_000) String opinion) {}
