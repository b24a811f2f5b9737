package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.Issues.CAUSE;
import static io.zhenggai.issue.ledger.Issues.CLOSE_OUT;
import static io.zhenggai.issue.ledger.Issues.DEADLINE;
import static io.zhenggai.issue.ledger.Issues.NOW;
import static io.zhenggai.issue.ledger.Issues.TODAY;
import static io.zhenggai.issue.ledger.Issues.assignment;
import static io.zhenggai.issue.testsupport.Callers.GONGYI;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE_2;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_2;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_3;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_HOUSING;
import static io.zhenggai.issue.testsupport.Callers.department;
import static io.zhenggai.issue.testsupport.Callers.inRole;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IssueTest {

    private static final Allotment ALLOTMENT = new Allotment("住建局", List.of("自然资源和规划局"), null);
    private static final IssueCorrection CORRECTION = new IssueCorrection(null, Category.COST, null, "类别有误");
    private static final StageReview RESUMED =
            new StageReview(StageReview.StageOutcome.RESUME, "条件已具备", null, null, DEADLINE);

    /** Verified by the province by default. */
    private static final IssueSource PROVINCIAL = IssueSource.SYSTEM_SCORECARD;
    /** Verified by the city by default. */
    private static final IssueSource OF_CITY = IssueSource.SELF_INSPECTION;

    /** Every intent that one issue knows, done by who may do it at the right time. */
    private static final Map<String, Consumer<Issue>> INTENTS = Map.ofEntries(
            entry("ASSIGN", issue -> issue.assign(assignment(null), PROVINCE, TODAY, NOW)),
            entry("REJECT", issue -> issue.reject(PROVINCE)),
            entry("ACKNOWLEDGE", issue -> issue.acknowledge(ZHENGZHOU, NOW)),
            entry("ALLOT", issue -> issue.allot(ALLOTMENT, ZHENGZHOU, TODAY, NOW)),
            entry("REQUEST_REASSIGNMENT", issue -> issue.ask(RequestKind.REASSIGNMENT, ZHENGZHOU)),
            entry("REASSIGN", Issue::reassign),
            entry("ANALYSE_CAUSE", issue -> issue.analyseCause(CAUSE, ZHENGZHOU)),
            entry("RECTIFY", issue -> issue.rectify(ZHENGZHOU)),
            entry("REPORT_PROGRESS", issue -> issue.reportProgress(new ProgressEntry("已完成流程梳理"), NOW)),
            entry("ADD_EVIDENCE", Issue::addEvidence),
            entry("REQUEST_EXTENSION", issue -> issue.ask(RequestKind.EXTENSION, ZHENGZHOU)),
            entry("EXTEND", issue -> issue.extend(DEADLINE, Level.PROVINCE)),
            entry("REQUEST_LONG_TERM", issue -> issue.ask(RequestKind.LONG_TERM, ZHENGZHOU)),
            entry("MAKE_LONG_TERM", issue -> issue.makeLongTerm("逐步推广", DEADLINE)),
            entry("REVIEW_STAGE", issue -> issue.reviewStage(RESUMED, PROVINCE)),
            entry("REQUEST_CLOSE_OUT", issue -> issue.requestCloseOut(CLOSE_OUT, ZHENGZHOU, NOW)),
            entry("FIRST_REVIEW", issue -> issue.firstReview(ZHENGZHOU_2, NOW)),
            entry("CLOSE", issue -> issue.close(reviewerOf(issue), NOW)),
            entry("RETURN", issue -> issue.returnToRectification(reviewerOf(issue))),
            entry("REVOKE_CLOSE_OUT", issue -> issue.revokeCloseOut(DEADLINE)),
            entry("CORRECT", issue -> issue.correct(CORRECTION, ZHENGZHOU)),
            entry("ADD_SOURCE_ITEM", issue -> issue.addSourceItem(AnswersOwed.NONE)),
            entry("SPLIT", Issue::split),
            entry("MERGE", issue -> issue.mergeInto(Issues.registered(OF_CITY))),
            entry("UNMERGE", issue -> issue.unmerge(AnswersOwed.NONE)));

    /** What is granted as asked for; the service looks whether it was. */
    private static final Set<String> GRANTED = Set.of("REASSIGN", "EXTEND", "MAKE_LONG_TERM");

    /** What may be done as long as an issue is not over. */
    private static final List<String> ALWAYS = List.of("CORRECT", "ADD_SOURCE_ITEM", "SPLIT");

    private static Caller reviewerOf(Issue issue) {
        return issue.fields().status() == IssueStatus.FIRST_REVIEWED ? PROVINCE : ZHENGZHOU_2;
    }

    static Stream<Arguments> stepsOfLife() {
        return Stream.of(
                open("registered", () -> Issues.registered(PROVINCIAL), true, "ASSIGN", "REJECT"),
                open(
                        "assigned",
                        () -> Issues.assigned(PROVINCIAL),
                        true,
                        "ACKNOWLEDGE",
                        "REQUEST_REASSIGNMENT",
                        "REQUEST_EXTENSION"),
                open(
                        "acknowledged",
                        () -> Issues.acknowledged(PROVINCIAL),
                        true,
                        "ALLOT",
                        "REQUEST_REASSIGNMENT",
                        "ANALYSE_CAUSE",
                        "RECTIFY",
                        "REQUEST_EXTENSION"),
                open(
                        "acknowledged, a reassignment asked for",
                        () -> Issues.asked(Issues.acknowledged(PROVINCIAL), RequestKind.REASSIGNMENT),
                        true,
                        "ALLOT",
                        "REASSIGN",
                        "ANALYSE_CAUSE",
                        "RECTIFY",
                        "REQUEST_EXTENSION"),
                open(
                        "in rectification",
                        () -> Issues.withEvidence(PROVINCIAL),
                        true,
                        "ANALYSE_CAUSE",
                        "REPORT_PROGRESS",
                        "ADD_EVIDENCE",
                        "REQUEST_EXTENSION",
                        "REQUEST_LONG_TERM",
                        "REQUEST_CLOSE_OUT"),
                open(
                        "in rectification, an extension and to be long-term asked for",
                        () -> Issues.asked(
                                Issues.asked(Issues.withEvidence(PROVINCIAL), RequestKind.EXTENSION),
                                RequestKind.LONG_TERM),
                        true,
                        "ANALYSE_CAUSE",
                        "REPORT_PROGRESS",
                        "ADD_EVIDENCE",
                        "EXTEND",
                        "MAKE_LONG_TERM",
                        "REQUEST_CLOSE_OUT"),
                open(
                        "requested, the province verifies",
                        () -> Issues.closeOutRequested(PROVINCIAL),
                        false,
                        "FIRST_REVIEW",
                        "RETURN"),
                open("requested, the city verifies", () -> Issues.closeOutRequested(OF_CITY), false, "CLOSE", "RETURN"),
                open("first reviewed", () -> Issues.firstReviewed(PROVINCIAL), false, "CLOSE", "RETURN"),
                open("long-term", () -> Issues.longTerm(PROVINCIAL), false, "REPORT_PROGRESS", "REVIEW_STAGE"),
                step("closed", IssueTest::closed, "REVOKE_CLOSE_OUT"),
                step("rejected", () -> Issues.rejected(PROVINCIAL), "ASSIGN"),
                step("merged", () -> Issues.merged(PROVINCIAL), "UNMERGE"));
    }

    private static Arguments open(String name, Supplier<Issue> issue, boolean mergeable, String... legal) {
        List<String> moves = new ArrayList<>(List.of(legal));
        moves.addAll(ALWAYS);
        if (mergeable) {
            moves.add("MERGE");
        }
        return Arguments.of(name, issue, moves);
    }

    private static Arguments step(String name, Supplier<Issue> issue, String... legal) {
        return Arguments.of(name, issue, List.of(legal));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stepsOfLife")
    void everyOtherMoveIsRefusedWithTheLegalOnesAndChangesNothing(
            String name, Supplier<Issue> step, List<String> legal) {
        assertThat(step.get().legalMoves()).extracting(IssueMove::published).containsExactlyElementsOf(legal);
        INTENTS.forEach((move, intent) -> {
            boolean askedFor = step.get().pendingRequests().stream()
                    .anyMatch(kind -> kind.asking().name().equals(move));
            if (!legal.contains(move) && !GRANTED.contains(move) && !askedFor) {
                Issue issue = step.get();
                IssueFields before = issue.fields();

                Refusal refusal = catchThrowableOfType(Refusal.class, () -> intent.accept(issue));

                assertThat(refusal).as(move).isNotNull();
                assertThat(refusal.type()).as(move).isEqualTo(ProblemType.ILLEGAL_TRANSITION);
                assertThat(refusal.members())
                        .containsEntry("legalMoves", legal)
                        .containsEntry("currentStatus", before.status().name());
                assertThat(issue.fields()).as(move).isEqualTo(before);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stepsOfLife")
    void everyLegalMoveCanBeDone(String name, Supplier<Issue> step, List<String> legal) {
        for (String move : legal) {
            Issue issue = step.get();
            if (move.equals("RECTIFY")) {
                issue.analyseCause(CAUSE, ZHENGZHOU);
            }

            assertThatCode(() -> INTENTS.get(move).accept(issue)).as(move).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void whatIsPendingIsNotAskedForAgain(RequestKind kind) {
        Issue issue = Issues.asked(
                kind == RequestKind.REASSIGNMENT ? Issues.assigned(OF_CITY) : Issues.inRectification(OF_CITY), kind);

        Refusal refusal = refusalOf(() -> issue.ask(kind, ZHENGZHOU_2));

        assertThat(refusal.type()).isEqualTo(ProblemType.CONFLICT);
        assertThat(issue.fields().pendingRequests()).containsExactly(kind);
    }

    /** 省交办、市签收、市分办. */
    @Test
    void whatTheProvinceHasAssignedIsAcknowledgedByTheCityFirst() {
        Issue byProvince = Issues.assigned(PROVINCIAL);
        Issue byCity = Issues.registered(PROVINCIAL);
        byCity.assign(assignment(null), ZHENGZHOU, TODAY, NOW);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> byProvince.acknowledge(GONGYI, NOW));
        byCity.acknowledge(GONGYI, NOW);

        assertThat(refusal.type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(byProvince.fields().status()).isEqualTo(IssueStatus.ASSIGNED);
        assertThat(byCity.fields().status()).isEqualTo(IssueStatus.ACKNOWLEDGED);
        byProvince.acknowledge(ZHENGZHOU, NOW);
        byProvince.allot(ALLOTMENT, ZHENGZHOU, TODAY, NOW);
        byProvince.acknowledge(GONGYI, NOW);
        assertThat(byProvince.fields().status()).isEqualTo(IssueStatus.ACKNOWLEDGED);
    }

    @Test
    void aMemberUnitThatOnlyCooperatesTakesNoStepOfTheLeadUnit() {
        Issue issue = Issues.acknowledged(PROVINCIAL);
        issue.allot(ALLOTMENT, ZHENGZHOU, TODAY, NOW);
        Caller cooperating = inRole(department("410000", "自然资源和规划局"), Role.MEMBER_UNIT);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> issue.acknowledge(cooperating, NOW));

        assertThat(refusal.type()).isEqualTo(ProblemType.FORBIDDEN);
        issue.acknowledge(inRole(department("410000", "住建局"), Role.MEMBER_UNIT), NOW);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.ACKNOWLEDGED);
    }

    @Test
    void anAnalysisThatSaysNothingOfCooperatingUnitsLeavesThoseThatWereNamed() {
        Issue issue = Issues.acknowledged(PROVINCIAL);
        issue.allot(ALLOTMENT, ZHENGZHOU, TODAY, NOW);
        issue.acknowledge(ZHENGZHOU_HOUSING, NOW);

        issue.analyseCause(new CauseAnalysis("信息未共享", null, "住建局", null, "张建设"), ZHENGZHOU_HOUSING);
        assertThat(issue.fields().cooperatingUnits()).containsExactly("自然资源和规划局");

        issue.analyseCause(new CauseAnalysis("信息未共享", null, "住建局", List.of(), "张建设"), ZHENGZHOU_HOUSING);
        assertThat(issue.fields().cooperatingUnits()).isEmpty();
    }

    @Test
    void rectificationNeedsTheCauseFirst() {
        Issue issue = Issues.acknowledged(OF_CITY);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> issue.rectify(ZHENGZHOU));

        assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.ACKNOWLEDGED);
    }

    @ParameterizedTest
    @CsvSource({"COUNTY,false", "DEPARTMENT,false", "OFFICE,true"})
    void whoHandlesAnIssueDoesNotPassItOnToAnotherLeadUnit(Role role, boolean may) {
        Issue issue = Issues.acknowledged(OF_CITY);
        issue.analyseCause(CAUSE, inRole(ZHENGZHOU_HOUSING, role));
        IssueFields before = issue.fields();
        CauseAnalysis another = new CauseAnalysis("另有原因", null, "自然资源和规划局", List.of(), "李规划");

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> issue.analyseCause(another, inRole(ZHENGZHOU_HOUSING, role)));

        if (may) {
            assertThat(refusal).isNull();
            assertThat(issue.fields().leadUnit()).isEqualTo("自然资源和规划局");
        } else {
            assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE);
            assertThat(refusal.violations())
                    .extracting(violation -> violation.field())
                    .containsExactly("leadUnit");
            assertThat(issue.fields()).isEqualTo(before);
        }
    }

    @Test
    void whoHandlesAnIssuePutsTheCauseRightUnderTheSameLeadUnit() {
        Issue issue = Issues.inRectification(OF_CITY);

        issue.analyseCause(new CauseAnalysis("另有原因", null, CAUSE.leadUnit(), List.of(), "李规划"), ZHENGZHOU_HOUSING);

        assertThat(issue.fields().causeAnalysis()).isEqualTo("另有原因");
    }

    @Test
    void aLeadUnitThatIsWrittenOtherwiseIsTheSameAndStaysAsItWasWritten() {
        Issue issue = Issues.inRectification(OF_CITY);
        String spaced =
                CAUSE.leadUnit().substring(0, 1) + "\u3000" + CAUSE.leadUnit().substring(1);

        issue.analyseCause(new CauseAnalysis("另有原因", null, spaced, List.of(), "李规划"), ZHENGZHOU_HOUSING);

        assertThat(issue.fields().leadUnit()).isEqualTo(CAUSE.leadUnit());
    }

    @Test
    void aRefusalSpeaksChinese() {
        Refusal refusal = refusalOf(() -> Issues.assigned(OF_CITY).analyseCause(CAUSE, ZHENGZHOU));

        assertThat(refusal.detail().zh()).isEqualTo("该问题当前为“已交办”，不能填写原因分析。");
    }

    @Test
    void aCloseOutNeedsEvidence() {
        Issue issue = Issues.inRectification(OF_CITY);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> issue.requestCloseOut(CLOSE_OUT, ZHENGZHOU, NOW));

        assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(refusal.violations())
                .extracting(violation -> violation.field())
                .containsExactly("evidence");
        assertThat(issue.fields().result()).isNull();
    }

    @Test
    void fiftyPiecesOfEvidenceAreEnough() {
        Issue issue = Issues.inRectification(OF_CITY);
        for (int piece = 0; piece < 50; piece++) {
            issue.addEvidence();
        }

        Refusal refusal = catchThrowableOfType(Refusal.class, issue::addEvidence);

        assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(issue.fields().evidenceCount()).isEqualTo(50);
    }

    @Test
    void nobodyVerifiesTheirOwnRequestWhateverTheirRole() {
        Issue issue = Issues.closeOutRequested(OF_CITY);
        Issue requestedByCounty = Issues.withEvidence(OF_CITY);
        requestedByCounty.requestCloseOut(CLOSE_OUT, GONGYI, NOW);

        assertThat(refusalOf(() -> issue.close(ZHENGZHOU, NOW)).type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refusalOf(() -> issue.returnToRectification(ZHENGZHOU)).type())
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refusalOf(() -> requestedByCounty.close(inRole(GONGYI, Role.OFFICE), NOW))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        issue.close(ZHENGZHOU_2, NOW);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.CLOSED);
    }

    @Test
    void nobodyFirstReviewsTheirOwnRequest() {
        Issue issue = Issues.closeOutRequested(PROVINCIAL);

        assertThat(refusalOf(() -> issue.firstReview(ZHENGZHOU, NOW)).type()).isEqualTo(ProblemType.FORBIDDEN);
        issue.firstReview(ZHENGZHOU_2, NOW);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.FIRST_REVIEWED);
    }

    @Test
    void whoFirstReviewedDoesNotCloseEvenIfPromotedToTheProvince() {
        Issue issue = Issues.firstReviewed(PROVINCIAL);

        Refusal refusal = refusalOf(() -> issue.close(inRole(ZHENGZHOU_2, Role.PROVINCE), NOW));

        assertThat(refusal.type()).isEqualTo(ProblemType.FORBIDDEN);
        issue.close(PROVINCE_2, NOW);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.CLOSED);
    }

    @Test
    void afterAReturnWhoRequestedBeforeMayReviewAnothersRequest() {
        Issue issue = Issues.closeOutRequested(PROVINCIAL);
        issue.returnToRectification(ZHENGZHOU_2);
        issue.requestCloseOut(CLOSE_OUT, ZHENGZHOU_2, NOW);

        issue.firstReview(ZHENGZHOU, NOW);

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.FIRST_REVIEWED);
    }

    @Test
    void theCityDoesNotCloseWhatTheProvinceVerifiesNorTheProvinceWhatTheCityDoes() {
        Issue ofProvince = Issues.firstReviewed(PROVINCIAL);
        Issue ofCity = Issues.closeOutRequested(OF_CITY);

        assertThat(refusalOf(() -> ofProvince.close(ZHENGZHOU_3, NOW)).type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refusalOf(() -> ofProvince.returnToRectification(ZHENGZHOU_3))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refusalOf(() -> ofCity.close(PROVINCE, NOW)).type()).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void aReturnIsCountedAndTakesTheRequestAway() {
        Issue issue = Issues.firstReviewed(PROVINCIAL);

        issue.returnToRectification(PROVINCE);

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.IN_RECTIFICATION);
        assertThat(issue.fields().returns()).isEqualTo(1);
        assertThat(issue.fields().closeOutRequestedAt()).isNull();
        assertThat(issue.fields().firstReviewedAt()).isNull();
        assertThat(issue.fields().evidenceCount()).isEqualTo(1);
    }

    @Test
    void eventVersionsAreDense() {
        Issue issue = Issues.registered(OF_CITY);

        assertThat(Stream.generate(issue::nextEventVersion).limit(3)).containsExactly(1L, 2L, 3L);
    }

    private static Issue closed() {
        Issue issue = Issues.firstReviewed(PROVINCIAL);
        issue.close(PROVINCE, NOW);
        return issue;
    }

    private static Refusal refusalOf(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
