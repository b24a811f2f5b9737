package io.zhenggai.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.EventJson;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    private static final Instant NOW = Instant.parse("2021-12-24T07:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2021, 12, 24);
    private static final LocalDate RESPITE = LocalDate.of(2021, 12, 29);
    private static final Caller OFFICE = caller("office:410100", Role.OFFICE, "410100");
    private static final Caller PROVINCE = caller("province", Role.PROVINCE, "410000");
    private static final ReportSubmission SUBMISSION = new ReportSubmission("郑州市工改办〔2021〕28号", "李主任");
    private static final ReportReturn RETURN =
            new ReportReturn(List.of(new ReportReturnReason(ReportPart.EXPERIENCE, "典型案例不够具体")), null);
    private static final ReportAcceptance ACCEPTANCE = new ReportAcceptance("同意");

    private static final Map<ReportMove, Consumer<Report>> MOVES = Map.of(
            ReportMove.REVISE, report -> report.revise(content("修改后的做法")),
            ReportMove.SUBMIT, report -> report.submit(SUBMISSION, OFFICE, NOW),
            ReportMove.RETURN, report -> report.giveBack(RETURN, RESPITE, PROVINCE, NOW),
            ReportMove.ACCEPT, report -> report.accept(ACCEPTANCE, PROVINCE, NOW));

    private static final Map<ReportStatus, Map<ReportMove, ReportStatus>> LEGAL = Map.of(
            ReportStatus.DRAFT,
            Map.of(ReportMove.REVISE, ReportStatus.DRAFT, ReportMove.SUBMIT, ReportStatus.SUBMITTED),
            ReportStatus.SUBMITTED,
            Map.of(ReportMove.RETURN, ReportStatus.RETURNED, ReportMove.ACCEPT, ReportStatus.ACCEPTED),
            ReportStatus.RETURNED,
            Map.of(ReportMove.REVISE, ReportStatus.RETURNED, ReportMove.SUBMIT, ReportStatus.SUBMITTED),
            ReportStatus.ACCEPTED,
            Map.of());

    @ParameterizedTest
    @MethodSource("everyMoveFromEveryStatus")
    void movesAsTheRulesSay(ReportStatus from, ReportMove move) {
        Report report = in(from);
        Map<ReportMove, ReportStatus> legal = LEGAL.get(from);

        if (legal.containsKey(move)) {
            MOVES.get(move).accept(report);

            assertThat(report.status()).isEqualTo(legal.get(move));
        } else {
            ReportFields before = report.fields();

            assertThatThrownBy(() -> MOVES.get(move).accept(report)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.type()).isEqualTo(ProblemType.ILLEGAL_TRANSITION);
                assertThat(refusal.members()).containsEntry("currentStatus", from.name());
                assertThat((List<?>) refusal.members().get("legalMoves"))
                        .map(Object::toString)
                        .containsExactlyInAnyOrderElementsOf(
                                legal.keySet().stream().map(ReportMove::name).toList());
            });
            assertThat(report.fields()).isEqualTo(before);
        }
    }

    static Stream<Arguments> everyMoveFromEveryStatus() {
        return Stream.of(ReportStatus.values())
                .flatMap(status -> Stream.of(ReportMove.values()).map(move -> Arguments.of(status, move)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\n", "……", "、。—"})
    void isSubmittedOnlyWhenEachOfTheFivePartsSaysSomething(String nothing) {
        ReportContent blank = new ReportContent(
                nothing, nothing, nothing, nothing, List.of(), nothing, List.of(new ReportSuggestion("建议")), List.of());
        Report report = draft(blank);

        assertThatThrownBy(() -> report.submit(SUBMISSION, OFFICE, NOW))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE);
                    assertThat(refusal.violations())
                            .extracting(Violation::field)
                            .containsExactly(
                                    "content.practices",
                                    "content.problems",
                                    "content.training",
                                    "content.experience",
                                    "content.nextSteps");
                });
        assertThat(report.status()).isEqualTo(ReportStatus.DRAFT);
    }

    @Test
    void namesTheOneBlankPartByItsHeading() {
        ReportContent content = new ReportContent("做法", "问题", "培训", "", List.of(), "打算", List.of(), List.of());

        assertThat(content.blankParts())
                .extracting(violation -> violation.message().zh())
                .containsExactly("请填写“可复制推广的先进经验和典型案例”后再报送");
    }

    @Test
    void theFirstSubmissionStaysWhatItWas() {
        Report report = in(ReportStatus.RETURNED);

        report.submit(new ReportSubmission("郑州市工改办〔2021〕30号", "王主任"), OFFICE, NOW.plusSeconds(86_400));

        ReportFields fields = report.fields();
        assertThat(fields.firstSubmittedAt()).isEqualTo(NOW);
        assertThat(fields.submittedAt()).isEqualTo(NOW.plusSeconds(86_400));
        assertThat(fields.documentNumber()).isEqualTo("郑州市工改办〔2021〕30号");
        assertThat(fields.resubmitBy()).isNull();
        assertThat(fields.returnReasons()).isEqualTo(RETURN.reasons());
    }

    @Test
    void countsItsSubmissionsAndReturns() {
        Report report = in(ReportStatus.DRAFT);
        assertThat(report.submissions()).isZero();

        report.submit(SUBMISSION, OFFICE, NOW);
        assertThat(report.submissions()).isEqualTo(1);

        report.giveBack(RETURN, RESPITE, PROVINCE, NOW);
        assertThat(report.submissions()).isEqualTo(1);
        assertThat(report.fields().returns()).isEqualTo(1);

        report.submit(SUBMISSION, OFFICE, NOW);
        report.accept(ACCEPTANCE, PROVINCE, NOW);
        assertThat(report.submissions()).isEqualTo(2);
        assertThat(report.fields().returns()).isEqualTo(1);
    }

    @Test
    void aReturnNamesTheUsualRespiteUnlessTheReviewerSetsADay() {
        Report usual = in(ReportStatus.SUBMITTED);
        usual.giveBack(RETURN, RESPITE, PROVINCE, NOW);
        assertThat(usual.fields().resubmitBy()).isEqualTo(RESPITE);

        Report today = in(ReportStatus.SUBMITTED);
        today.giveBack(until(TODAY), RESPITE, PROVINCE, NOW);
        assertThat(today.fields().resubmitBy()).isEqualTo(TODAY);

        Report last = in(ReportStatus.SUBMITTED);
        last.giveBack(until(TODAY.plusDays(90)), RESPITE, PROVINCE, NOW);
        assertThat(last.fields().resubmitBy()).isEqualTo(TODAY.plusDays(90));
    }

    @Test
    void aRespiteInThePastOrBeyondNinetyDaysIsRefused() {
        for (LocalDate day : List.of(TODAY.minusDays(1), TODAY.plusDays(91), LocalDate.MAX, LocalDate.MIN)) {
            Report report = in(ReportStatus.SUBMITTED);

            assertThatThrownBy(() -> report.giveBack(until(day), RESPITE, PROVINCE, NOW))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                            .extracting(Violation::field)
                            .containsExactly("resubmitBy"));
            assertThat(report.status()).isEqualTo(ReportStatus.SUBMITTED);
        }
    }

    @Test
    void nobodyReviewsWhatTheySubmittedThemselves() {
        Caller sameMan = caller(OFFICE.person(), Role.PROVINCE, "410000");
        Report report = in(ReportStatus.SUBMITTED);

        assertThatThrownBy(() -> report.accept(ACCEPTANCE, sameMan, NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.FORBIDDEN));
        assertThatThrownBy(() -> report.giveBack(RETURN, RESPITE, sameMan, NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.FORBIDDEN));
        assertThat(report.status()).isEqualTo(ReportStatus.SUBMITTED);
    }

    @Test
    void eventsCountFromOneAndCarryNeitherTextNorPerson() {
        Report report = draft(content("保密的做法"));
        assertThat(ReportEvents.of(report, ReportEvents.DRAFTED, NOW).aggregateVersion())
                .isEqualTo(1);
        report.submit(SUBMISSION, OFFICE, NOW);
        report.giveBack(RETURN, RESPITE, PROVINCE, NOW);
        var event = ReportEvents.of(report, ReportEvents.RETURNED, NOW);

        String json = new String(new EventJson().write((EventData<?>) event.data()), StandardCharsets.UTF_8);

        assertThat(event.aggregateVersion()).isEqualTo(2);
        assertThat(json)
                .isEqualTo("{\"state\":{\"id\":\"" + report.id() + "\",\"campaignId\":\"" + report.campaignId()
                        + "\",\"region\":\"410100\",\"status\":\"RETURNED\",\"documentNumber\":\"郑州市工改办〔2021〕28号\","
                        + "\"submittedAt\":\"2021-12-24T07:00:00Z\",\"firstSubmittedAt\":\"2021-12-24T07:00:00Z\","
                        + "\"returnedAt\":\"2021-12-24T07:00:00Z\",\"resubmitBy\":\"2021-12-29\",\"returns\":1},"
                        + "\"change\":{}}");
    }

    private static ReportReturn until(LocalDate day) {
        return new ReportReturn(RETURN.reasons(), day);
    }

    private static Report in(ReportStatus status) {
        Report report = draft(content("加强组织领导"));
        if (status != ReportStatus.DRAFT) {
            report.submit(SUBMISSION, OFFICE, NOW);
        }
        if (status == ReportStatus.RETURNED) {
            report.giveBack(RETURN, RESPITE, PROVINCE, NOW);
        }
        if (status == ReportStatus.ACCEPTED) {
            report.accept(ACCEPTANCE, PROVINCE, NOW);
        }
        return report;
    }

    private static Report draft(ReportContent content) {
        return new Report(UUID.randomUUID(), UUID.randomUUID(), "410100", content);
    }

    private static ReportContent content(String practices) {
        return new ReportContent(practices, "问题", "培训", "经验", List.of(), "打算", List.of(), List.of());
    }

    private static Caller caller(String person, Role role, String region) {
        return new Caller(person, "经办人", role, region, Optional.empty(), Set.of());
    }
}
