package io.zhenggai.report.summary;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 报送.
 *
 * @param documentNumber 文号
 * @param signatory 签发人, by name
 */
@Schema(examples = """
        {"documentNumber": "郑州市工改办〔2021〕28号", "signatory": "李主任"}
        """)
record ReportSubmission(
        @NotBlank @Text(max = 100) String documentNumber,
        @NotBlank @Text(max = 50) String signatory) {}
