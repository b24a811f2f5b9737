package io.zhenggai.report.summary;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;

/**
 * 报送.
 *
 * @param documentNumber 文号
 * @param signatory 签发人, by name
 */
record Submission(
        @NotBlank @Text(max = 100) String documentNumber,
        @NotBlank @Text(max = 50) String signatory) {}
