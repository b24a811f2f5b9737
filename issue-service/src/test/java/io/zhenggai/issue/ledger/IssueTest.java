package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.Issues.CAUSE;
import static io.zhenggai.issue.ledger.Issues.CLOSE_OUT;
import static io.zhenggai.issue.ledger.Issues.NOW;
import static io.zhenggai.issue.ledger.Issues.TODAY;
import static io.zhenggai.issue.ledger.Issues.assignment;
import static io.zhenggai.issue.testsupport.Callers.GONGYI;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE_2;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_2;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_3;
import static io.zhenggai.issue.testsupport.Callers.inRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import java.util.Map;
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

    /** Verified by the province by default. */
    private static final IssueSource PROVINCIAL = IssueSource.SYSTEM_SCORECARD;
    /** Verified by the city by default. */
    private static final IssueSource OF_CITY = IssueSource.SELF_INSPECTION;

    /** Every intent, done by who may do it at the right time. */
    private static final Map<String, Consumer<Issue>> INTENTS = Map.of(
            "ASSIGN", issue -> issue.assign(assignment(null), Role.PROVINCE, TODAY, NOW),
            "ACKNOWLEDGE", issue -> issue.acknowledge(NOW),
            "ANALYSE_CAUSE", issue -> issue.analyseCause(CAUSE, Role.OFFICE),
            "RECTIFY", Issue::rectify,
            "ADD_EVIDENCE", Issue::addEvidence,
            "REQUEST_CLOSE_OUT", issue -> issue.requestCloseOut(CLOSE_OUT, ZHENGZHOU, NOW),
            "FIRST_REVIEW", issue -> issue.firstReview(ZHENGZHOU_2, NOW),
            "CLOSE",
                    issue -> issue.close(
                            issue.fields().status() == IssueStatus.FIRST_REVIEWED ? PROVINCE : ZHENGZHOU_2, NOW),
            "RETURN",
                    issue -> issue.returnToRectification(
                            issue.fields().status() == IssueStatus.FIRST_REVIEWED ? PROVINCE : ZHENGZHOU_2));

    static Stream<Arguments> stepsOfLife() {
        return Stream.of(
                step("registered", () -> Issues.registered(PROVINCIAL), "ASSIGN"),
                step("assigned", () -> Issues.assigned(PROVINCIAL), "ACKNOWLEDGE"),
                step("acknowledged", () -> Issues.acknowledged(PROVINCIAL), "ANALYSE_CAUSE", "RECTIFY"),
                step(
                        "in rectification",
                        () -> Issues.withEvidence(PROVINCIAL),
                        "ANALYSE_CAUSE",
                        "ADD_EVIDENCE",
                        "REQUEST_CLOSE_OUT"),
                step(
                        "requested, the province verifies",
                        () -> Issues.closeOutRequested(PROVINCIAL),
                        "FIRST_REVIEW",
                        "RETURN"),
                step("requested, the city verifies", () -> Issues.closeOutRequested(OF_CITY), "CLOSE", "RETURN"),
                step("first reviewed", () -> Issues.firstReviewed(PROVINCIAL), "CLOSE", "RETURN"),
                step("closed", () -> closed(), new String[0]));
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
            if (!legal.contains(move)) {
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
                issue.analyseCause(CAUSE, Role.OFFICE);
            }
            IssueFields before = issue.fields();

            INTENTS.get(move).accept(issue);

            assertThat(issue.fields()).as(move).satisfies(after -> assertThat(after.status() != before.status()
                            || move.equals("ANALYSE_CAUSE")
                            || after.evidenceCount() == before.evidenceCount() + 1)
                    .isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EVALUATION,PROVINCE,PROVINCE",
        "EVALUATION,OFFICE,PROVINCE",
        "PUBLIC_PAIN_POINT,PROVINCE,CITY",
        "PUBLIC_PAIN_POINT,OFFICE,CITY",
        "NATIONAL_CIRCULAR,PROVINCE,PROVINCE",
        "NATIONAL_CIRCULAR,OFFICE,PROVINCE",
        "PROVINCIAL_BRIEFING,PROVINCE,PROVINCE",
        "PROVINCIAL_BRIEFING,OFFICE,PROVINCE",
        "SYSTEM_SCORECARD,PROVINCE,PROVINCE",
        "SYSTEM_SCORECARD,OFFICE,PROVINCE",
        "HIDDEN_APPROVAL_CAMPAIGN,PROVINCE,PROVINCE",
        "HIDDEN_APPROVAL_CAMPAIGN,OFFICE,CITY",
        "MINI_PROGRAM,PROVINCE,CITY",
        "MINI_PROGRAM,OFFICE,CITY",
        "SELF_INSPECTION,PROVINCE,CITY",
        "SELF_INSPECTION,OFFICE,CITY",
        "OTHER_SUPERVISION,PROVINCE,PROVINCE",
        "OTHER_SUPERVISION,OFFICE,CITY"
    })
    void whoAssignsVerifiesUnlessTheSourceSaysOtherwise(IssueSource source, Role assigning, Verifier verifier) {
        Issue issue = Issues.registered(source);

        issue.assign(assignment(null), assigning, TODAY, NOW);

        assertThat(issue.fields().verifier()).isEqualTo(verifier);
    }

    @ParameterizedTest
    @EnumSource(IssueSource.class)
    void onlyTheProvinceDepartsFromTheDefault(IssueSource source) {
        Verifier other = source.defaultVerifier(Role.OFFICE) == Verifier.CITY ? Verifier.PROVINCE : Verifier.CITY;
        Issue byCity = Issues.registered(source);
        Issue byProvince = Issues.registered(source);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> byCity.assign(assignment(other), Role.OFFICE, TODAY, NOW));
        byProvince.assign(assignment(other), Role.PROVINCE, TODAY, NOW);

        assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(refusal.violations())
                .extracting(violation -> violation.field())
                .containsExactly("verifier");
        assertThat(byCity.fields().status()).isEqualTo(IssueStatus.REGISTERED);
        assertThat(byCity.fields().verifier()).isNull();
        assertThat(byProvince.fields().verifier()).isEqualTo(other);
    }

    @Test
    void rectificationNeedsTheCauseFirst() {
        Issue issue = Issues.acknowledged(OF_CITY);

        Refusal refusal = catchThrowableOfType(Refusal.class, issue::rectify);

        assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.ACKNOWLEDGED);
    }

    @ParameterizedTest
    @CsvSource({"COUNTY,false", "DEPARTMENT,false", "OFFICE,true", "INDICATOR_LEAD,true", "PROVINCE,true"})
    void whoHandlesAnIssueDoesNotPassItOnToAnotherLeadUnit(Role role, boolean may) {
        Issue issue = Issues.acknowledged(OF_CITY);
        issue.analyseCause(CAUSE, role);
        IssueFields before = issue.fields();
        CauseAnalysis another = new CauseAnalysis("另有原因", null, "自然资源和规划局", List.of(), "李规划");

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> issue.analyseCause(another, role));

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

        issue.analyseCause(new CauseAnalysis("另有原因", null, CAUSE.leadUnit(), List.of(), "李规划"), Role.DEPARTMENT);

        assertThat(issue.fields().causeAnalysis()).isEqualTo("另有原因");
    }

    @Test
    void aLeadUnitThatIsWrittenOtherwiseIsTheSameAndStaysAsItWasWritten() {
        Issue issue = Issues.inRectification(OF_CITY);
        String spaced =
                CAUSE.leadUnit().substring(0, 1) + "\u3000" + CAUSE.leadUnit().substring(1);

        issue.analyseCause(new CauseAnalysis("另有原因", null, spaced, List.of(), "李规划"), Role.DEPARTMENT);

        assertThat(issue.fields().leadUnit()).isEqualTo(CAUSE.leadUnit());
    }

    @Test
    void aRefusalSpeaksChinese() {
        Refusal refusal = refusalOf(() -> Issues.assigned(OF_CITY).analyseCause(CAUSE, Role.OFFICE));

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
