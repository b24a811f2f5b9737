package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;

/**
 * 整改进展.
 *
 * @param progress what was done since and what comes next, at most 2,000 characters
 */
record ProgressEntry(@NotNull @Text(max = 2_000) String progress) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    ProgressEntry {
        progress = Stripped.orNull(progress);
    }
}
