package io.zhenggai.kit.event.operation;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;

/**
 * Why an operator does it; it stays on record.
 *
 * @param reason 1 to 500 characters
 */
public record OperationReason(@NotBlank @Text(max = 500) String reason) {}
