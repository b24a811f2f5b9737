package io.zhenggai.issue.ledger;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which state an issue may be taken over from an existing ledger, and what that state needs. Taken over is what was finished outside of the
 * system; what somebody here has to vouch for (a close-out that is asked for, a rejection, the long term) is done here.
 */
final class TakeOverRules {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private static final Set<IssueStatus> ASSIGNED_ONCE = EnumSet.of(
            IssueStatus.ASSIGNED, IssueStatus.ACKNOWLEDGED, IssueStatus.IN_RECTIFICATION, IssueStatus.CLOSED);

    private static final Set<IssueStatus> RECTIFIED = EnumSet.of(IssueStatus.IN_RECTIFICATION, IssueStatus.CLOSED);

    private static final Words REQUESTED = new Words(
            "销号申请须在系统中提出：由申请人承诺真实并上传佐证材料。请改为“整改中”导入，再申请销号",
            "a close-out is asked for here, with evidence and a pledge of truth: take it over as IN_RECTIFICATION");

    private static final Map<IssueStatus, Words> REFUSED = Map.of(
            IssueStatus.CLOSE_OUT_REQUESTED,
            REQUESTED,
            IssueStatus.FIRST_REVIEWED,
            REQUESTED,
            IssueStatus.LONG_TERM,
            new Words(
                    "长期坚持须由验收单位批准，并明确阶段目标和评估日期。请改为“整改中”导入，再申请转为长期坚持",
                    "the long term is granted here, with a stage goal and a review date: take it over as IN_RECTIFICATION"),
            IssueStatus.REJECTED,
            new Words(
                    "不予受理须在系统中说明理由后作出。请改为“已登记”导入，再办理不予受理",
                    "is decided here, with a reason: take it over as REGISTERED"),
            IssueStatus.MERGED,
            new Words(
                    "已合并的问题以合并后的问题为准。请删除此行，或改为“已登记”导入后再合并",
                    "another issue goes on in its place: leave it out, or take it over as REGISTERED and merge it"));

    private final TakeOver from;
    private final LocalDate campaignEnds;
    private final LocalDate today;
    private final List<Violation> broken = new ArrayList<>();

    private TakeOverRules(TakeOver from, LocalDate campaignEnds, LocalDate today) {
        this.from = from;
        this.campaignEnds = campaignEnds;
        this.today = today;
    }

    /**
     * @param campaignEnds the last day of the campaign into which it is taken over
     * @return every rule that is broken, by the record's fields; only the status where that cannot be taken over at all
     */
    static List<Violation> check(TakeOver from, LocalDate campaignEnds, LocalDate today) {
        return new TakeOverRules(from, campaignEnds, today).broken();
    }

    private List<Violation> broken() {
        Optional<Words> refused = Optional.ofNullable(REFUSED.get(from.status()));
        if (refused.isPresent()) {
            return List.of(new Violation("status", Optional.empty(), refused.get()));
        }
        checkWhatIsNeeded();
        checkWhatIsTooEarly();
        checkDays();
        return broken;
    }

    private void checkWhatIsNeeded() {
        if (ASSIGNED_ONCE.contains(from.status())) {
            need("assignedOn", from.assignedOn());
            need("deadline", from.deadline());
        }
        if (RECTIFIED.contains(from.status())) {
            need("causeAnalysis", from.causeAnalysis());
            need("leadUnit", from.leadUnit());
            need("responsiblePerson", from.responsiblePerson());
        }
        if (from.status() == IssueStatus.CLOSED) {
            need("result", from.result());
            need("closedOn", from.closedOn());
            need("verifiedBy", from.verifiedBy());
        }
    }

    /** What contradicts the status: nobody can tell which of both is meant. */
    private void checkWhatIsTooEarly() {
        if (!ASSIGNED_ONCE.contains(from.status())) {
            refuse("assignedOn", from.assignedOn());
            refuse("deadline", from.deadline());
            refuse("leadUnit", from.leadUnit());
            refuse("cooperatingUnits", from.cooperatingUnits().isEmpty() ? null : from.cooperatingUnits());
        }
        if (from.status() != IssueStatus.CLOSED) {
            refuse("closedOn", from.closedOn());
            refuse("verifiedBy", from.verifiedBy());
        }
    }

    private void checkDays() {
        within("registeredOn", from.registeredOn(), EARLIEST);
        within("assignedOn", from.assignedOn(), EARLIEST);
        within("closedOn", from.closedOn(), EARLIEST);
        notBefore("assignedOn", from.assignedOn(), from.registeredOn(), "登记日期", "registration");
        notBefore("closedOn", from.closedOn(), from.registeredOn(), "登记日期", "registration");
        notBefore("closedOn", from.closedOn(), from.assignedOn(), "交办日期", "assignment");
        notBefore("deadline", from.deadline(), from.assignedOn(), "交办日期", "assignment");
        LocalDate deadline = from.deadline();
        // What is closed is owed by nobody any more, whatever its deadline was.
        if (deadline != null && from.status() != IssueStatus.CLOSED && deadline.isAfter(campaignEnds)) {
            add(
                    "deadline",
                    "不得晚于整改行动结束日（" + campaignEnds + "）",
                    "must not lie behind the campaign's last day, " + campaignEnds);
        }
    }

    private void need(String field, @Nullable Object value) {
        if (value == null) {
            add(field, "状态为“" + from.status().chinese() + "”的须填写", "is required of what is " + from.status());
        }
    }

    private void refuse(String field, @Nullable Object value) {
        if (value != null) {
            add(field, "状态为“" + from.status().chinese() + "”的不应填写，请核对状态", "contradicts the status " + from.status());
        }
    }

    private void within(String field, @Nullable LocalDate day, LocalDate first) {
        if (day != null && (day.isBefore(first) || day.isAfter(today))) {
            add(field, "日期须在 " + first + " 至今天（" + today + "）之间", "must be from " + first + " to today, " + today);
        }
    }

    private void notBefore(String field, @Nullable LocalDate day, @Nullable LocalDate first, String zh, String en) {
        if (day != null && first != null && day.isBefore(first)) {
            add(field, "不得早于" + zh + "（" + first + "）", "must not lie before the " + en + ", " + first);
        }
    }

    private void add(String field, String zh, String en) {
        broken.add(Violation.of(field, zh, en));
    }
}
