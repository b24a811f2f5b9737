package io.zhenggai.plan.plan.content;

import static io.zhenggai.plan.testsupport.Campaigns.END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.ledger.KnownIssue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentPreparationTest {

    private static final UUID NEXT = UUID.fromString("01920000-0000-7000-8000-00000000000a");
    private static final KnownIssue ISSUE = new KnownIssue(
            UUID.fromString("01920000-0000-7000-8000-0000000000ff"),
            3,
            "ZG2021-410100-0001",
            Optional.of("ASSIGNED"),
            Optional.of(LocalDate.of(2021, 10, 20)));

    private final ContentPreparation preparation = new ContentPreparation(() -> NEXT);

    @Test
    void namesIssuesByTheirIdsHoweverTheyWereNamed() {
        String upperCase = ISSUE.id().toString().toUpperCase(Locale.ROOT);
        PlanContent given = content(null, ISSUE.ledgerNumber(), upperCase, " " + ISSUE.id() + " ");

        PlanContent prepared = prepare(given, Set.of());

        assertThat(prepared.measures().get(0).thing().issues())
                .containsExactly(ISSUE.id().toString());
    }

    @Test
    void namesIssuesThatAreLeftOutByTheirIdsToo() {
        PlanContent given = new PlanContent(List.of(), List.of(new Uncovered(ISSUE.ledgerNumber(), "理由")));

        assertThat(prepare(given, Set.of()).uncovered())
                .containsExactly(new Uncovered(ISSUE.id().toString(), "理由"));
    }

    @Test
    void refusesIssuesThatAreNotThereByTheirPlaces() {
        PlanContent given = new PlanContent(
                content(null, ISSUE.ledgerNumber(), "ZG2021-410200-0001").goals(),
                List.of(new Uncovered(UUID.randomUUID().toString(), "理由")));

        assertThat(refused(given, Set.of(), ProblemType.UNPROCESSABLE))
                .containsExactly("content.goals[0].tasks[0].measures[0].issues[1]", "content.uncovered[0].issue");
    }

    @Test
    void givesANewMeasureAnIdAndKeepsThatOfAnOldOne() {
        UUID old = UUID.randomUUID();

        assertThat(idOf(prepare(content(null), Set.of(old)))).isEqualTo(NEXT);
        assertThat(idOf(prepare(content(old), Set.of(old)))).isEqualTo(old);
    }

    @Test
    void refusesAMeasureOfAnotherPlanAndOneThatStandsTwice() {
        UUID old = UUID.randomUUID();
        Task twice = new Task("任务", List.of(measure(old), measure(old), measure(UUID.randomUUID())));
        PlanContent given = new PlanContent(List.of(new Goal("目标", List.of(twice))), List.of());

        assertThat(refused(given, Set.of(old), ProblemType.UNPROCESSABLE))
                .containsExactly(
                        "content.goals[0].tasks[0].measures[1].id", "content.goals[0].tasks[0].measures[2].id");
    }

    @Test
    void takesFiveHundredMeasuresAndNotOneMore() {
        Goal full = new Goal("目标", Collections.nCopies(10, new Task("任务", Collections.nCopies(50, measure(null)))));
        Goal oneMore = new Goal("目标", List.of(new Task("任务", List.of(measure(null)))));

        assertThat(prepare(new PlanContent(List.of(full), List.of()), Set.of()).measures())
                .hasSize(500);
        assertThat(refused(new PlanContent(List.of(full, oneMore), List.of()), Set.of(), ProblemType.INVALID_REQUEST))
                .containsExactly("content.goals");
    }

    private static PlanContent content(UUID id, String... issues) {
        Task task = new Task("任务", List.of(measure(id, issues)));
        return new PlanContent(List.of(new Goal("目标", List.of(task))), List.of());
    }

    private static Measure measure(UUID id, String... issues) {
        return new Measure(id, "措施", END, null, "住建局", List.of(), "张建设", List.of(issues));
    }

    private PlanContent prepare(PlanContent given, Set<UUID> known) {
        return preparation.prepare("content.", given, known, List.of(ISSUE));
    }

    private List<String> refused(PlanContent given, Set<UUID> known, ProblemType type) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> prepare(given, known));
        assertThat(refusal.type()).isEqualTo(type);
        return refusal.violations().stream().map(Violation::field).toList();
    }

    private static UUID idOf(PlanContent content) {
        return content.measures().get(0).thing().id();
    }
}
