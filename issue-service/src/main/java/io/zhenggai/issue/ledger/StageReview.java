package io.zhenggai.issue.ledger;

import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 阶段评估.
 *
 * @param outcome what follows
 * @param opinion what was found, at most 1,000 characters
 * @param stageGoal of the next stage, where it continues
 * @param stageReviewOn when that is reviewed: after today, within a year; where it continues
 * @param deadline until when it is rectified: from today, within a year; where it is resumed
 */
record StageReview(
        @NotNull StageOutcome outcome,
        @NotNull @Text(max = 1_000) String opinion,
        @Text(max = 1_000) @Nullable String stageGoal,
        @Nullable LocalDate stageReviewOn,
        @Nullable LocalDate deadline) {

    /** What follows from a stage review. */
    enum StageOutcome {
        /** 继续坚持: there is a next stage. */
        CONTINUE,
        /** 恢复整改: it is rectified until a deadline, and closed. */
        RESUME
    }

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    StageReview {
        opinion = Stripped.orNull(opinion);
        stageGoal = Stripped.orNull(stageGoal);
    }

    /** @throws Refusal 422 when it does not name what its outcome needs, names what belongs to the other, or a day that cannot be */
    void check(LocalDate today) {
        boolean continues = outcome == StageOutcome.CONTINUE;
        List<Violation> broken = new ArrayList<>();
        need("stageGoal", stageGoal != null, continues, broken);
        need("stageReviewOn", stageReviewOn != null, continues, broken);
        need("deadline", deadline != null, !continues, broken);
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        if (stageReviewOn != null) {
            Days.requireSoonAfter("stageReviewOn", stageReviewOn, today);
        }
        if (deadline != null) {
            Days.requireWithinAYear("deadline", deadline, today);
        }
    }

    private void need(String field, boolean given, boolean needed, List<Violation> broken) {
        if (needed && !given) {
            broken.add(Violation.of(field, "此评估结果须填写", "required for " + outcome));
        } else if (given && !needed) {
            broken.add(Violation.of(field, "此评估结果不应填写", "does not belong to " + outcome));
        }
    }
}
