package io.zhenggai.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.EventJson;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.obligation.Filing;
import io.zhenggai.plan.plan.content.Goal;
import io.zhenggai.plan.plan.content.Measure;
import io.zhenggai.plan.plan.content.PlanContent;
import io.zhenggai.plan.plan.content.Task;
import io.zhenggai.plan.testsupport.Callers;
import io.zhenggai.plan.testsupport.Contents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Instant NOW = Instant.parse("2021-10-28T07:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2021, 10, 28);
    private static final LocalDate RESUBMIT_BY = LocalDate.of(2021, 11, 2);
    private static final Caller OFFICE = Callers.office("410100");
    private static final PlanSubmission SUBMISSION = new PlanSubmission(" 郑州市工改办〔2021〕15号 ", " 李主任 ");

    private final Plan plan = new Plan(UUID.randomUUID(), UUID.randomUUID(), "410100", Contents.covering(), NOW);

    @Test
    void countsWhatItSays() {
        assertThat(plan.fields().goalCount()).isEqualTo(1);
        assertThat(plan.fields().taskCount()).isEqualTo(1);
        assertThat(plan.fields().measureCount()).isEqualTo(1);
    }

    @Test
    void aDraftIsRevisedAndSubmittedButNotReviewed() {
        assertThat(legalMoves()).containsExactly("REVISE", "SUBMIT");
        assertRefused(() -> plan.accept(Callers.REVIEWER, NOW));
        assertRefused(() -> plan.returnForCorrection(RESUBMIT_BY, Callers.REVIEWER, NOW));
    }

    @Test
    void aSubmittedPlanIsReviewedAndNotChanged() {
        plan.submit(SUBMISSION, OFFICE, NOW);

        assertThat(legalMoves()).containsExactly("RETURN", "ACCEPT");
        assertThat(plan.fields().documentNumber()).isEqualTo("郑州市工改办〔2021〕15号");
        assertThat(plan.fields().signatory()).isEqualTo("李主任");
        assertRefused(() -> plan.submit(SUBMISSION, OFFICE, NOW));
        assertRefused(() -> plan.revise(Contents.covering()));
    }

    @Test
    void aReturnedPlanIsOwedAgainAndKeepsItsFirstSubmission() {
        plan.submit(SUBMISSION, OFFICE, NOW);
        plan.returnForCorrection(RESUBMIT_BY, Callers.REVIEWER, NOW.plusSeconds(60));

        assertThat(legalMoves()).containsExactly("REVISE", "SUBMIT");
        assertThat(plan.fields().returns()).isEqualTo(1);
        assertThat(plan.fields().resubmitBy()).isEqualTo(RESUBMIT_BY);
        assertThat(plan.submissionNumber()).isEqualTo(1);
        plan.submit(SUBMISSION, OFFICE, NOW.plusSeconds(120));
        assertThat(plan.fields().firstSubmittedAt()).isEqualTo(NOW);
        assertThat(plan.fields().submittedAt()).isEqualTo(NOW.plusSeconds(120));
        assertThat(plan.fields().resubmitBy()).isNull();
        assertThat(plan.submissionNumber()).isEqualTo(2);
    }

    @Test
    void anAcceptedPlanStays() {
        plan.submit(SUBMISSION, OFFICE, NOW);
        plan.accept(Callers.REVIEWER, NOW);

        assertThat(legalMoves()).isEmpty();
        assertRefused(() -> plan.revise(Contents.covering()));
        assertRefused(() -> plan.submit(SUBMISSION, OFFICE, NOW));
        assertRefused(() -> plan.returnForCorrection(RESUBMIT_BY, Callers.REVIEWER, NOW));
        assertThat(plan.filing().status()).isEqualTo(Filing.Status.ACCEPTED);
    }

    @Test
    void nobodyReviewsTheirOwnSubmission() {
        plan.submit(SUBMISSION, Callers.REVIEWER, NOW);

        assertThat(catchThrowableOfType(Refusal.class, () -> plan.accept(Callers.REVIEWER, NOW))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> plan.returnForCorrection(RESUBMIT_BY, Callers.REVIEWER, NOW))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(plan.fields().status()).isEqualTo(PlanStatus.SUBMITTED);
    }

    @Test
    void itsEventNamesMeasuresWithoutTextsOrPersons() {
        NewEvent event = PlanEvents.of(plan, PlanEvents.DRAFTED, NOW);

        PlanEvents.State state = (PlanEvents.State) event.data().state();
        assertThat(event.aggregateVersion()).isEqualTo(1);
        assertThat(state.measures().get(0).leadUnit()).isEqualTo("住建局");
        assertThat(Arrays.stream(PlanEvents.State.PlannedMeasure.class.getRecordComponents())
                        .map(component -> component.getName()))
                .containsExactly("id", "deadline", "leadUnit", "issues");
    }

    @Test
    void theEventOfTheLargestPlanIsSmallEnoughToBeSent() {
        // Five hundred measures under the longest names of units, in characters that take twelve bytes each in JSON,
        // and
        // five thousand references.
        Measure measure = new Measure(
                UUID.randomUUID(),
                "措施",
                TODAY,
                null,
                "𠮷".repeat(100),
                List.of(),
                "张建设",
                Collections.nCopies(10, UUID.randomUUID().toString()));
        List<Task> tasks = Collections.nCopies(10, new Task("任务", Collections.nCopies(50, measure)));
        PlanContent largest = new PlanContent(List.of(new Goal("目标", tasks)), List.of());
        Plan plan = new Plan(UUID.randomUUID(), UUID.randomUUID(), "410100", largest, NOW);

        byte[] json = new EventJson()
                .write(PlanEvents.of(plan, PlanEvents.DRAFTED, NOW).data());

        assertThat(json).hasSizeLessThan(921_600);
    }

    @Test
    void aReturnIsOwedAgainOnTheThirdWorkingDayUnlessSaidOtherwise() {
        // Thursday 2021-10-28: Friday, Monday, Tuesday.
        assertThat(resubmitBy("plan", null)).isEqualTo(RESUBMIT_BY);
        assertThat(resubmitBy("plan", TODAY)).isEqualTo(TODAY);
        assertThat(resubmitBy("plan", TODAY.plusDays(90))).isEqualTo(TODAY.plusDays(90));
    }

    @Test
    void aReturnIsNotOwedInThePastOrTooLate() {
        assertThat(refusedFields("plan", TODAY.minusDays(1))).containsExactly("resubmitBy");
        assertThat(refusedFields("plan", TODAY.plusDays(91))).containsExactly("resubmitBy");
    }

    @Test
    void aReasonNamesASectionThatThereIs() {
        for (String section :
                List.of("plan", "uncovered", "goals[0]", "goals[0].tasks[0]", "goals[0].tasks[0].measures[0]")) {
            assertThat(resubmitBy(section, null)).isEqualTo(RESUBMIT_BY);
        }
        assertThat(refusedFields("goals[1]", null)).containsExactly("reasons[0].section");
    }

    @Test
    void changesAreTracedDownToTheSingleMeasure() {
        PlanState before = PlanState.of(plan);
        plan.revise(Contents.with(Contents.measure(LocalDate.of(2021, 12, 1), null)));

        Map<String, FieldChanges.Change> changes = FieldChanges.between(before, PlanState.of(plan));

        assertThat(changes.get("content.goals[0].tasks[0].measures[0].deadline")
                        .to()
                        .asText())
                .isEqualTo("2021-12-01");
        assertThat(changes)
                .containsOnlyKeys(
                        "content.goals[0].tasks[0].measures[0].deadline", "content.goals[0].tasks[0].measures[0].id");
    }

    private static LocalDate resubmitBy(String section, LocalDate wanted) {
        PlanReturn review = new PlanReturn(List.of(new PlanReturn.Reason(section, "措施不够具体")), wanted);
        return new ReturnRules(WorkingCalendar.ofChina()).resubmitBy(review, Contents.covering(), TODAY);
    }

    private static List<String> refusedFields(String section, LocalDate wanted) {
        return catchThrowableOfType(Refusal.class, () -> resubmitBy(section, wanted)).violations().stream()
                .map(Violation::field)
                .toList();
    }

    private List<String> legalMoves() {
        return PlanMove.legal(plan.fields().status());
    }

    private void assertRefused(ThrowingCallable move) {
        PlanFields before = plan.fields();
        Refusal refusal = catchThrowableOfType(Refusal.class, move);
        assertThat(refusal.type()).isEqualTo(ProblemType.ILLEGAL_TRANSITION);
        assertThat(refusal.members()).containsEntry("legalMoves", legalMoves());
        assertThat(plan.fields()).isEqualTo(before);
    }
}
