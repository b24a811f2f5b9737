package io.zhenggai.plan.plan;

import io.zhenggai.kit.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The legal moves of a plan: from where, and to where. */
public enum PlanMove {
    /** 修改: the status stays. */
    REVISE("修改", Set.of(PlanStatus.DRAFT, PlanStatus.RETURNED), null),
    /** 报送. */
    SUBMIT("报送", Set.of(PlanStatus.DRAFT, PlanStatus.RETURNED), PlanStatus.SUBMITTED),
    /** 退回. */
    RETURN("退回", Set.of(PlanStatus.SUBMITTED), PlanStatus.RETURNED),
    /** 审核通过. */
    ACCEPT("审核通过", Set.of(PlanStatus.SUBMITTED), PlanStatus.ACCEPTED);

    private final String chinese;
    private final Set<PlanStatus> from;
    private final Optional<PlanStatus> to;

    PlanMove(String chinese, Set<PlanStatus> from, @Nullable PlanStatus to) {
        this.chinese = chinese;
        this.from = from;
        this.to = Optional.ofNullable(to);
    }

    /**
     * @return where the move leads
     * @throws Refusal 409 with the legal moves when it is none of them
     */
    PlanStatus from(PlanStatus status) {
        if (!from.contains(status)) {
            throw Refusal.illegalTransition(
                    "该方案当前为“" + status.chinese() + "”，不能" + chinese + "。",
                    "The plan is " + status + ", which does not allow " + name() + ".",
                    status,
                    legal(status));
        }
        return to.orElse(status);
    }

    /** @return the moves that are legal, in the order of a plan's life */
    static List<String> legal(PlanStatus status) {
        return Arrays.stream(values())
                .filter(move -> move.from.contains(status))
                .map(PlanMove::name)
                .toList();
    }
}
