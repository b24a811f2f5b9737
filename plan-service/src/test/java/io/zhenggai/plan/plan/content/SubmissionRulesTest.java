package io.zhenggai.plan.plan.content;

import static io.zhenggai.plan.testsupport.Campaigns.END;
import static io.zhenggai.plan.testsupport.Campaigns.START;
import static io.zhenggai.plan.testsupport.Contents.covering;
import static io.zhenggai.plan.testsupport.Contents.measure;
import static io.zhenggai.plan.testsupport.Contents.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.ledger.KnownIssue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubmissionRulesTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofChina();
    /** A Wednesday; the 5th working day before it is Wednesday 2021-10-20. */
    private static final LocalDate TODAY = LocalDate.of(2021, 10, 27);

    private static final LocalDate FIVE_BEFORE = LocalDate.of(2021, 10, 20);
    private static final LocalDate FOUR_BEFORE = LocalDate.of(2021, 10, 21);
    private static final String MEASURE = "goals[0].tasks[0].measures[0]";

    @Test
    void acceptsAPlanWithEverythingThatTheNoticeAsksFor() {
        assertThat(broken(covering())).isEmpty();
    }

    @Test
    void needsAGoal() {
        assertThat(broken(new PlanContent(List.of(), List.of()))).containsExactly("goals");
    }

    @Test
    void eachGoalNeedsATaskAndEachTaskAMeasure() {
        Goal withoutTask = new Goal("压减时间", List.of());
        Goal withoutMeasure = new Goal("压减成本", List.of(new Task("取消收费", List.of())));

        assertThat(broken(new PlanContent(List.of(withoutTask, withoutMeasure), List.of())))
                .containsExactly("goals[0].tasks", "goals[1].tasks[0].measures");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        Measure empty = new Measure(UUID.randomUUID(), " ", null, null, "", List.of(), null, List.of());
        PlanContent content = new PlanContent(
                List.of(
                        new Goal("压减时间", List.of(new Task("优化流程", List.of(measure(END, null))))),
                        new Goal(null, List.of(new Task(" ", List.of(measure(END, null), empty))))),
                List.of());

        assertThat(broken(content))
                .containsExactlyInAnyOrder(
                        "goals[1].text",
                        "goals[1].tasks[0].text",
                        "goals[1].tasks[0].measures[1].text",
                        "goals[1].tasks[0].measures[1].deadline",
                        "goals[1].tasks[0].measures[1].leadUnit",
                        "goals[1].tasks[0].measures[1].responsiblePerson");
    }

    @Test
    void aMeasureIsDueOnTheCampaignsFirstDayAtTheEarliest() {
        assertThat(broken(with(measure(START, null)))).isEmpty();
        assertThat(broken(with(measure(START.minusDays(1), null)))).containsExactly(MEASURE + ".deadline");
    }

    @Test
    void aMeasureIsDueOnTheCampaignsLastDayAtTheLatestUnlessItHasAStageGoal() {
        StageGoal within = new StageGoal("完成系统对接", END);

        assertThat(broken(with(measure(END, null)))).isEmpty();
        assertThat(broken(with(measure(END.plusDays(1), null)))).containsExactly(MEASURE + ".stageGoal");
        assertThat(broken(with(measure(END.plusDays(1), within)))).isEmpty();
    }

    @Test
    void aStageGoalLiesWithinTheCampaign() {
        LocalDate after = END.plusDays(1);

        assertThat(broken(with(measure(after, new StageGoal("完成系统对接", START))))).isEmpty();
        assertThat(broken(with(measure(after, new StageGoal("完成系统对接", START.minusDays(1))))))
                .containsExactly(MEASURE + ".stageGoal.deadline");
        assertThat(broken(with(measure(after, new StageGoal("完成系统对接", after)))))
                .containsExactly(MEASURE + ".stageGoal.deadline");
        assertThat(broken(with(measure(after, new StageGoal(" ", null)))))
                .containsExactly(MEASURE + ".stageGoal.text", MEASURE + ".stageGoal.deadline");
    }

    @Test
    void anIssueAssignedExactlyFiveWorkingDaysBeforeMustBeSpokenOf() {
        KnownIssue issue = assigned(FIVE_BEFORE, "ASSIGNED");

        assertThat(broken(covering(), issue)).containsExactly("uncovered");
        assertThat(broken(covering(issue.id().toString()), issue)).isEmpty();
    }

    @Test
    void anIssueAssignedFourWorkingDaysBeforeComesLater() {
        KnownIssue issue = assigned(FOUR_BEFORE, "ASSIGNED");

        assertThat(broken(covering(), issue)).isEmpty();
        assertThat(Coverage.of(covering(), List.of(issue), TODAY, CALENDAR).later())
                .containsExactly(issue);
    }

    @Test
    void daysOffDoNotCount() {
        // Friday 2021-10-22 is three working days before, whatever the week-end between.
        assertThat(broken(covering(), assigned(LocalDate.of(2021, 10, 22), "ASSIGNED")))
                .isEmpty();
    }

    @Test
    void anIssueMayBeLeftOutWithAReason() {
        KnownIssue issue = assigned(FIVE_BEFORE, "IN_RECTIFICATION");
        Uncovered reason = new Uncovered(issue.id().toString(), "已在整改中，立行立改");

        assertThat(broken(with(measure(END, null), reason), issue)).isEmpty();
    }

    @Test
    void anIssueIsNotBothCoveredAndLeftOutNorLeftOutTwice() {
        KnownIssue covered = assigned(FIVE_BEFORE, "ASSIGNED");
        KnownIssue left = assigned(FIVE_BEFORE, "ASSIGNED");
        PlanContent content = with(
                measure(END, null, covered.id().toString()),
                new Uncovered(covered.id().toString(), "理由"),
                new Uncovered(left.id().toString(), "理由"),
                new Uncovered(left.id().toString(), "理由"));

        assertThat(broken(content, covered, left)).containsExactly("uncovered[0].issue", "uncovered[2].issue");
    }

    @Test
    void whatIsClosedOrNotAssignedNeedsNothing() {
        KnownIssue closed = assigned(FIVE_BEFORE, "CLOSED");
        KnownIssue registered =
                new KnownIssue(UUID.randomUUID(), 1, "ZG2021-410100-0009", Optional.of("REGISTERED"), Optional.empty());

        assertThat(broken(covering(), closed, registered)).isEmpty();
    }

    @Test
    void everyOpenIssueIsNamedByItself() {
        KnownIssue first = assigned(FIVE_BEFORE, "ASSIGNED");
        KnownIssue second = assigned(FIVE_BEFORE, "FIRST_REVIEWED");

        List<Violation> broken = SubmissionRules.check(covering(), START, END, List.of(first, second), TODAY, CALENDAR);

        assertThat(broken).hasSize(2);
        assertThat(broken.get(0).message().zh()).contains(first.ledgerNumber());
    }

    private static KnownIssue assigned(LocalDate day, String status) {
        return new KnownIssue(UUID.randomUUID(), 2, "ZG2021-410100-0001", Optional.of(status), Optional.of(day));
    }

    private static List<String> broken(PlanContent content, KnownIssue... issues) {
        return SubmissionRules.check(content, START, END, List.of(issues), TODAY, CALENDAR).stream()
                .map(Violation::field)
                .toList();
    }
}
