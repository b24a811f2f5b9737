package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * 申请延期.
 *
 * @param deadline until when it would be rectified, later than now
 * @param reason at most 1,000 characters
 */
record ExtensionRequest(
        @NotNull LocalDate deadline,
        @NotNull @Text(max = 1_000) String reason) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    ExtensionRequest {
        reason = Stripped.orNull(reason);
    }
}
