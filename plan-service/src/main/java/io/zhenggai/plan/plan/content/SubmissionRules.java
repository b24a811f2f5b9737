package io.zhenggai.plan.plan.content;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.ledger.KnownIssue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that a plan is checked against when it is submitted: 具体目标、任务、措施、时限和责任人, and every open issue. */
public final class SubmissionRules {

    private final PlanContent content;
    private final LocalDate start;
    private final LocalDate end;
    private final List<Violation> broken = new ArrayList<>();

    private SubmissionRules(PlanContent content, LocalDate start, LocalDate end) {
        this.content = content;
        this.start = start;
        this.end = end;
    }

    /**
     * @param start the campaign's first day
     * @param end its last day
     * @param issues those of the plan's region and campaign
     * @param today the day of the submission
     * @return every rule that is broken, at once; none: it may be submitted
     */
    public static List<Violation> check(
            PlanContent content,
            LocalDate start,
            LocalDate end,
            List<KnownIssue> issues,
            LocalDate today,
            WorkingCalendar calendar) {
        SubmissionRules rules = new SubmissionRules(content, start, end);
        rules.checkGoals();
        content.measures().forEach(rules::checkMeasure);
        rules.checkUncovered();
        Coverage.of(content, issues, today, calendar).missing().forEach(rules::addMissing);
        return List.copyOf(rules.broken);
    }

    private void checkGoals() {
        if (content.goals().isEmpty()) {
            add("goals", "方案须至少有一个目标", "at least one goal is required");
        }
        for (At<Goal> goal : At.all("goals", content.goals())) {
            required(goal.path() + ".text", goal.thing().text());
            if (goal.thing().tasks().isEmpty()) {
                add(goal.path() + ".tasks", "每个目标须至少有一项任务", "each goal needs a task");
            }
        }
        for (At<Task> task : content.tasks()) {
            required(task.path() + ".text", task.thing().text());
            if (task.thing().measures().isEmpty()) {
                add(task.path() + ".measures", "每项任务须至少有一条措施", "each task needs a measure");
            }
        }
    }

    private void checkMeasure(At<Measure> at) {
        Measure measure = at.thing();
        required(at.path() + ".text", measure.text());
        required(at.path() + ".leadUnit", measure.leadUnit());
        required(at.path() + ".responsiblePerson", measure.responsiblePerson());
        LocalDate deadline = measure.deadline();
        if (deadline == null) {
            add(at.path() + ".deadline", "必须填写时限", "is required");
        } else if (deadline.isBefore(start)) {
            add(
                    at.path() + ".deadline",
                    "时限不得早于整改行动开始日期（" + start + "）",
                    "must not be before the campaign's start, " + start);
        } else if (deadline.isAfter(end)) {
            checkStageGoal(at.path(), measure.stageGoal());
        }
    }

    private void checkStageGoal(String measure, @Nullable StageGoal goal) {
        String path = measure + ".stageGoal";
        if (goal == null) {
            add(
                    path,
                    "时限在整改行动结束日期（" + end + "）之后的措施须填写阶段目标",
                    "a deadline after the campaign's last day, " + end + ", needs a stage goal");
            return;
        }
        required(path + ".text", goal.text());
        if (goal.deadline() == null
                || goal.deadline().isBefore(start)
                || goal.deadline().isAfter(end)) {
            add(path + ".deadline", "阶段目标的时限须在 " + start + " 至 " + end + " 之间", "must be from " + start + " to " + end);
        }
    }

    private void checkUncovered() {
        Set<String> covered = content.measures().stream()
                .flatMap(measure -> measure.thing().issues().stream())
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (At<Uncovered> one : At.all("uncovered", content.uncovered())) {
            if (covered.contains(one.thing().issue())) {
                add(one.path() + ".issue", "该问题已有对应措施，不应再列为未纳入", "a measure answers this issue");
            } else if (!seen.add(one.thing().issue())) {
                add(one.path() + ".issue", "同一问题列了两次", "stands twice");
            }
        }
    }

    private void addMissing(KnownIssue issue) {
        add(
                "uncovered",
                "问题 " + issue.ledgerNumber() + " 既无对应措施，也未说明未纳入的理由",
                "issue " + issue.ledgerNumber() + " has neither a measure nor a reason");
    }

    private void required(String path, @Nullable String text) {
        if (text == null || text.isBlank()) {
            add(path, "必须填写", "is required");
        }
    }

    private void add(String path, String zh, String en) {
        broken.add(Violation.of(path, zh, en));
    }
}
