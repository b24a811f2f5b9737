package io.zhenggai.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.campaign.PhaseKind;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftRulesTest {

    private static final LocalDate END = LocalDate.of(2021, 12, 31);
    private static final DraftSource KNOWN = new DraftSource("SELF_INSPECTION", "各地各部门自查发现的其他问题");
    private static final DraftDemand PLAN = new DraftDemand(ObligationCode.PLAN, ObligationKind.FILING, "整改方案", null);

    @Test
    void aCompleteDraftBreaksNone() {
        assertThat(broken(content(List.of(phase(PLAN)), List.of(KNOWN)))).isEmpty();
    }

    @Test
    void phasesAndSourcesAreNeeded() {
        assertThat(broken(content(List.of(), List.of()))).containsExactly("phases", "sources");
    }

    @Test
    void aSourceIsOneThatTheLedgerKnows() {
        List<DraftSource> sources = List.of(KNOWN, new DraftSource("RUMOUR", "传闻"), new DraftSource(null, "其他"));

        assertThat(broken(content(List.of(phase(PLAN)), sources)))
                .containsExactly("sources[1].code", "sources[2].code");
    }

    @Test
    void whatIsFiledAfterItsPhaseIsLookedAtByAPerson() {
        DraftContent onTheDay = content(List.of(phase(planBy(END))), List.of(KNOWN));
        DraftContent dayAfter = content(List.of(phase(planBy(END.plusDays(1)))), List.of(KNOWN));

        assertThat(DraftRules.check(onTheDay, false, List.of())).isEmpty();
        assertThat(DraftRules.check(dayAfter, false, List.of()))
                .extracting(Violation::field)
                .containsExactly("phases[0].demands[0].deadline");
        assertThat(DraftRules.check(dayAfter, true, List.of())).isEmpty();
    }

    private static DraftDemand planBy(LocalDate deadline) {
        return new DraftDemand(ObligationCode.PLAN, ObligationKind.FILING, "整改方案", deadline);
    }

    @Test
    void aDemandHasACode() {
        DraftDemand unknown = new DraftDemand(null, ObligationKind.FILING, "问题台账", null);

        assertThat(broken(content(List.of(phase(PLAN, unknown)), List.of(KNOWN))))
                .containsExactly("phases[0].demands[1].code");
    }

    @Test
    void titlesInRemindersDoNotHoldEachOther() {
        DraftDemand report = new DraftDemand(ObligationCode.SUMMARY_REPORT, ObligationKind.FILING, "方案", null);
        DraftDemand same = new DraftDemand(ObligationCode.SPECIAL_TRAINING, ObligationKind.ACTION, "整改方案", null);

        assertThat(broken(content(List.of(phase(PLAN), phase(report, same)), List.of(KNOWN))))
                .containsExactly("phases[1].demands[0].title", "phases[1].demands[1].title");
    }

    @Test
    void theTitlesOfAllCodesCanBeToldApart() {
        for (ObligationCode one : ObligationCode.values()) {
            for (ObligationCode other : ObligationCode.values()) {
                assertThat(one != other && one.chinese().contains(other.chinese()))
                        .as(one + " " + other)
                        .isFalse();
            }
        }
    }

    @Test
    void aFieldIsNamedOnceAndTheCampaignsOwnRulesWithIt() {
        Violation here = Violation.of("phases", "须填写", "is required");
        Violation elsewhere = Violation.of("end", "须填写", "is required");

        List<Violation> broken = DraftRules.check(content(List.of(), List.of(KNOWN)), true, List.of(here, elsewhere));

        assertThat(broken).extracting(Violation::field).containsExactly("phases", "end");
        assertThat(broken.get(0).message().zh()).isEqualTo("至少须有一个阶段");
    }

    private static List<String> broken(DraftContent content) {
        return DraftRules.check(content, true, List.of()).stream()
                .map(Violation::field)
                .toList();
    }

    private static DraftPhase phase(DraftDemand... demands) {
        return new DraftPhase(1, "动员部署", PhaseKind.MOBILISATION, END, List.of(demands));
    }

    private static DraftContent content(List<DraftPhase> phases, List<DraftSource> sources) {
        return new DraftContent(null, "方案", null, "省厅", List.of(), List.of(), null, END, END, phases, sources);
    }
}
