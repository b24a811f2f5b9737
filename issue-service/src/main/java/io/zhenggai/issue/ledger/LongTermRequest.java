package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * 申请转为长期坚持.
 *
 * @param stageGoal 阶段目标: what is reached until the first review, at most 1,000 characters
 * @param stageReviewOn when that is reviewed: after today, within a year
 * @param reason why it cannot be closed soon, at most 1,000 characters
 */
record LongTermRequest(
        @NotNull @Text(max = 1_000) String stageGoal,
        @NotNull LocalDate stageReviewOn,
        @NotNull @Text(max = 1_000) String reason) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    LongTermRequest {
        stageGoal = Stripped.orNull(stageGoal);
        reason = Stripped.orNull(reason);
    }
}
