package io.zhenggai.plan.campaign;

import static io.zhenggai.plan.testsupport.Campaigns.END;
import static io.zhenggai.plan.testsupport.Campaigns.START;
import static io.zhenggai.plan.testsupport.Campaigns.phase;
import static io.zhenggai.plan.testsupport.Campaigns.phasesOf2021;
import static io.zhenggai.plan.testsupport.Campaigns.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;
import io.zhenggai.plan.testsupport.Campaigns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignRulesTest {

    private static final String NUMBER = "豫工程改革办〔2021〕7号";
    private static final LocalDate FIRST_END = START.plusDays(10);

    @Test
    void theNoticeOf2021BreaksNone() {
        assertThat(broken(Campaigns.numbered(NUMBER))).isEmpty();
    }

    @Test
    void aCampaignWithoutPhasesOrDocumentNumberBreaksNone() {
        assertThat(broken(with(null, START, END, List.of()))).isEmpty();
    }

    @Test
    void endsOnItsFirstDayAtTheEarliest() {
        assertThat(broken(with(NUMBER, START, START, List.of()))).isEmpty();
        assertThat(broken(with(NUMBER, START, START.minusDays(1), List.of()))).containsExactly("end");
    }

    @Test
    void aDeadlineLiesWithinTheCampaign() {
        assertThat(broken(with(NUMBER, START, END, List.of(other(1, START))))).isEmpty();
        assertThat(broken(with(NUMBER, START, END, List.of(other(1, END))))).isEmpty();
        assertThat(broken(with(NUMBER, START, END, List.of(other(1, START.minusDays(1))))))
                .containsExactly("phases[0].deadline");
        assertThat(broken(with(NUMBER, START, END, List.of(other(1, END.plusDays(1))))))
                .containsExactly("phases[0].deadline");
    }

    @Test
    void phasesFollowEachOther() {
        assertThat(broken(with(NUMBER, START, END, List.of(other(1, END), other(2, END)))))
                .isEmpty();
        assertThat(broken(with(NUMBER, START, END, List.of(other(1, END), other(2, END.minusDays(1))))))
                .containsExactly("phases[1].deadline");
    }

    @Test
    void phasesAreCountedFromOneWithoutGaps() {
        assertThat(broken(with(NUMBER, START, END, List.of(other(0, END), other(3, END)))))
                .containsExactly("phases[0].ordinal", "phases[1].ordinal");
    }

    @Test
    void nothingIsDemandedTwice() {
        NewPhase first = phase(1, "动员部署", PhaseKind.MOBILISATION, END, ObligationCode.PLAN);
        NewPhase second = phase(2, "整改总结", PhaseKind.SUMMARY, END, ObligationCode.PLAN);

        assertThat(broken(with(NUMBER, START, END, List.of(first, second))))
                .containsExactly("phases[1].demands[0].code");
    }

    @Test
    void aDemandHasTheKindOfItsCode() {
        Demand wrong = new Demand(ObligationCode.PLAN, ObligationKind.ACTION, "整改方案");
        NewPhase phase = new NewPhase(1, "动员部署", PhaseKind.MOBILISATION, END, List.of(wrong));

        assertThat(broken(with(NUMBER, START, END, List.of(phase)))).containsExactly("phases[0].demands[0].kind");
    }

    @Test
    void whatIsDoneIsDueBeforeItsPhaseEndsOrThen() {
        assertThat(broken(demanding(ObligationCode.SPECIAL_TRAINING, START))).isEmpty();
        assertThat(broken(demanding(ObligationCode.SPECIAL_TRAINING, FIRST_END)))
                .isEmpty();
        assertThat(broken(demanding(ObligationCode.SPECIAL_TRAINING, START.minusDays(1))))
                .containsExactly("phases[0].demands[0].deadline");
        assertThat(broken(demanding(ObligationCode.SPECIAL_TRAINING, FIRST_END.plusDays(1))))
                .containsExactly("phases[0].demands[0].deadline");
    }

    @Test
    void whatIsFiledMayBeDueAfterItsPhaseAndSomeMonthsAfterTheCampaign() {
        assertThat(broken(demanding(ObligationCode.PLAN, START))).isEmpty();
        assertThat(broken(demanding(ObligationCode.PLAN, FIRST_END.plusDays(1))))
                .isEmpty();
        assertThat(broken(demanding(ObligationCode.PLAN, END.plusMonths(3)))).isEmpty();
        assertThat(broken(demanding(ObligationCode.PLAN, START.minusDays(1))))
                .containsExactly("phases[0].demands[0].deadline");
        assertThat(broken(demanding(ObligationCode.PLAN, END.plusMonths(3).plusDays(1))))
                .containsExactly("phases[0].demands[0].deadline");
    }

    private static NewCampaign demanding(ObligationCode code, LocalDate deadline) {
        Demand demand = new Demand(code, code.kind(), code.chinese(), deadline);
        NewPhase first = new NewPhase(1, "动员部署", PhaseKind.MOBILISATION, FIRST_END, List.of(demand));
        return with(NUMBER, START, END, List.of(first, other(2, END)));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        NewPhase empty = new NewPhase(1, " ", null, null, Arrays.asList((Demand) null));
        NewCampaign campaign = new NewCampaign(
                null, null, null, "", Arrays.asList((String) null), null, null, null, null, List.of(empty), List.of());

        assertThat(broken(campaign))
                .containsExactlyInAnyOrder(
                        "title",
                        "issuingBody",
                        "addressees[0]",
                        "start",
                        "end",
                        "phases[0].name",
                        "phases[0].kind",
                        "phases[0].demands[0]",
                        "phases[0].deadline");
    }

    @Test
    void sourcesHaveDifferentCodes() {
        NewCampaign twice = withSources(new CampaignSource("A", "甲"), new CampaignSource("A", "乙"));
        NewCampaign lower = withSources(new CampaignSource("self-inspection", "自查"));

        assertThat(broken(twice)).containsExactly("sources[1].code");
        assertThat(broken(lower)).containsExactly("sources[0].code");
    }

    @Test
    void textsAreCountedInCharactersAndHoldNoControls() {
        assertThat(broken(Campaigns.numbered("𠮷".repeat(100)))).isEmpty();
        assertThat(broken(Campaigns.numbered("𠮷".repeat(101)))).containsExactly("documentNumber");
        assertThat(broken(Campaigns.numbered("豫\u0000"))).containsExactly("documentNumber");
    }

    @Test
    void yearsThatNobodyMeansAreRefused() {
        LocalDate never = LocalDate.of(20211, 12, 31);

        assertThat(broken(with(NUMBER, START, never, phasesOf2021()))).containsExactly("end");
    }

    @Test
    void theSameDocumentNumberIsKnownHoweverItIsWritten() {
        assertThat(DocumentNumber.key("豫工程改革办[2021] 7 号"))
                .isEqualTo(DocumentNumber.key(NUMBER))
                .isEqualTo(DocumentNumber.key("豫工程改革办（２０２１）７号"));
        assertThat(DocumentNumber.key("豫工程改革办〔2021〕17号")).isNotEqualTo(DocumentNumber.key(NUMBER));
    }

    private static NewPhase other(int ordinal, LocalDate deadline) {
        return phase(ordinal, "其他", PhaseKind.OTHER, deadline);
    }

    private static NewCampaign withSources(CampaignSource... sources) {
        NewCampaign like = Campaigns.numbered(NUMBER);
        return new NewCampaign(
                NUMBER,
                like.title(),
                like.noticeTitle(),
                like.issuingBody(),
                like.addressees(),
                like.copies(),
                like.printedOn(),
                START,
                END,
                like.phases(),
                List.of(sources));
    }

    private static List<String> broken(NewCampaign campaign) {
        return CampaignRules.check(campaign).stream().map(Violation::field).toList();
    }
}
