package io.zhenggai.report.summary;

import io.zhenggai.kit.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The legal moves of a report: from where, and to where. */
public enum ReportMove {
    /** 修改; the status stays. */
    REVISE("修改", Set.of(ReportStatus.DRAFT, ReportStatus.RETURNED), null),
    /** 报送. */
    SUBMIT("报送", Set.of(ReportStatus.DRAFT, ReportStatus.RETURNED), ReportStatus.SUBMITTED),
    /** 退回. */
    RETURN("退回", Set.of(ReportStatus.SUBMITTED), ReportStatus.RETURNED),
    /** 审核通过. */
    ACCEPT("审核通过", Set.of(ReportStatus.SUBMITTED), ReportStatus.ACCEPTED);

    private final String chinese;
    private final Set<ReportStatus> from;
    private final Optional<ReportStatus> to;

    ReportMove(String chinese, Set<ReportStatus> from, @Nullable ReportStatus to) {
        this.chinese = chinese;
        this.from = from;
        this.to = Optional.ofNullable(to);
    }

    /**
     * @return where the move leads
     * @throws Refusal 409 with the legal moves when it is none of them
     */
    ReportStatus from(ReportStatus status) {
        if (!from.contains(status)) {
            throw Refusal.illegalTransition(
                    "该总结报告当前为“" + status.chinese() + "”，不能" + chinese + "。",
                    "The report is " + status + ", which does not allow " + this + ".",
                    status,
                    legal(status).stream().map(ReportMove::name).toList());
        }
        return to.orElse(status);
    }

    /** @return the moves that are legal, in the order of a report's life */
    static List<ReportMove> legal(ReportStatus status) {
        return Arrays.stream(values())
                .filter(move -> move.from.contains(status))
                .toList();
    }
}
