package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.Issues.CAUSE;
import static io.zhenggai.issue.ledger.Issues.CLOSE_OUT;
import static io.zhenggai.issue.ledger.Issues.DEADLINE;
import static io.zhenggai.issue.ledger.Issues.NOW;
import static io.zhenggai.issue.ledger.Issues.TODAY;
import static io.zhenggai.issue.testsupport.Callers.GONGYI;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_HOUSING;
import static io.zhenggai.issue.testsupport.Callers.department;
import static io.zhenggai.issue.testsupport.Callers.hostedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From who assigns to who rectifies: who acknowledges, who leads, who decides on what is asked for. */
class IssueHandDownTest {

    private static final IssueSource OF_CITY = IssueSource.SELF_INSPECTION;
    private static final IssueSource PROVINCIAL = IssueSource.EVALUATION;
    private static final Allotment TO_HOUSING = new Allotment("住建局", List.of("自然资源和规划局"), 3);
    private static final LocalDate ACKNOWLEDGE_BY = LocalDate.of(2021, 10, 25);
    private static final Caller COOPERATING = department("410100", "自然资源和规划局");

    @Test
    void whatIsHandedOnWaitsForTheLeadUnit() {
        Issue issue = allotted();

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.ASSIGNED);
        assertThat(issue.fields().leadUnit()).isEqualTo("住建局");
        assertThat(issue.fields().cooperatingUnits()).containsExactly("自然资源和规划局");
        assertThat(issue.fields().acknowledgeBy()).isEqualTo(ACKNOWLEDGE_BY);
        assertThat(issue.fields().allottedAt()).isEqualTo(NOW);
        assertThat(issue.fields().acknowledgedAt()).isNull();
    }

    @Test
    void theOfficeDoesNotAcknowledgeWhatItHandedOnNorWhoCooperates() {
        Issue issue = allotted();

        assertThat(typeOf(() -> issue.acknowledge(ZHENGZHOU, NOW))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(typeOf(() -> issue.acknowledge(COOPERATING, NOW))).isEqualTo(ProblemType.FORBIDDEN);
        issue.acknowledge(ZHENGZHOU_HOUSING, NOW);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.ACKNOWLEDGED);
        assertThat(issue.fields().acknowledgedAt()).isEqualTo(NOW);
    }

    @Test
    void aCountyAcknowledgesForItsOwnUnit() {
        Issue issue = allotted();

        issue.acknowledge(GONGYI, NOW);

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.ACKNOWLEDGED);
    }

    @Test
    void whoCooperatesHelpsAndDoesNotDecide() {
        Issue issue = allotted();
        issue.acknowledge(ZHENGZHOU_HOUSING, NOW);
        assertThat(typeOf(() -> issue.analyseCause(CAUSE, COOPERATING))).isEqualTo(ProblemType.FORBIDDEN);
        issue.analyseCause(CAUSE, ZHENGZHOU_HOUSING);
        assertThat(typeOf(() -> issue.rectify(COOPERATING))).isEqualTo(ProblemType.FORBIDDEN);
        issue.rectify(ZHENGZHOU_HOUSING);
        issue.addEvidence();

        assertThat(typeOf(() -> issue.requestCloseOut(CLOSE_OUT, COOPERATING, NOW)))
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(typeOf(() -> issue.ask(RequestKind.EXTENSION, COOPERATING))).isEqualTo(ProblemType.FORBIDDEN);
        issue.requestCloseOut(CLOSE_OUT, ZHENGZHOU_HOUSING, NOW);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.CLOSE_OUT_REQUESTED);
    }

    @Test
    void whereTheOfficesOwnHostLeadsTheProvinceVerifies() {
        Caller hosted = hostedBy("住 建局");
        Issue assigned = Issues.registered(OF_CITY);
        assigned.assign(new Assignment(DEADLINE, null, null, "住建局"), hosted, TODAY, NOW);
        Issue handedOn = Issues.acknowledged(OF_CITY);
        handedOn.allot(TO_HOUSING, hosted, ACKNOWLEDGE_BY, NOW);
        Issue analysed = Issues.acknowledged(OF_CITY);
        analysed.analyseCause(CAUSE, hosted);

        assertThat(assigned.fields().verifier()).isEqualTo(Level.PROVINCE);
        assertThat(handedOn.fields().verifier()).isEqualTo(Level.PROVINCE);
        assertThat(analysed.fields().verifier()).isEqualTo(Level.PROVINCE);
    }

    @Test
    void anOfficeWhoseHostLeadsFirstReviewsAndDoesNotCloseEvenWhereTheCityWasToVerify() {
        Issue issue = Issues.withEvidence(OF_CITY);
        issue.requestCloseOut(CLOSE_OUT, ZHENGZHOU_HOUSING, NOW);
        IssueFields before = issue.fields();

        assertThat(typeOf(() -> issue.close(hostedBy("住建局"), NOW))).isEqualTo(ProblemType.ILLEGAL_TRANSITION);
        assertThat(issue.fields()).isEqualTo(before);
        issue.firstReview(hostedBy("住建局"), NOW);

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.FIRST_REVIEWED);
        assertThat(issue.fields().verifier()).isEqualTo(Level.PROVINCE);
        issue.close(PROVINCE, NOW);
        assertThat(issue.fields().verifiedBy()).isEqualTo(PROVINCE.name());
    }

    static Stream<Arguments> deciders() {
        return Stream.of(
                Arguments.of("assigned by the province", Issues.assigned(OF_CITY), GONGYI, Level.PROVINCE),
                Arguments.of("assigned by the city", assignedByCity(), GONGYI, Level.CITY),
                Arguments.of("the office itself asks", assignedByCity(), ZHENGZHOU, Level.PROVINCE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deciders")
    void aDeadlineIsExtendedByWhoSetItAndNeverByTheOfficeForItself(
            String name, Issue issue, Caller asking, Level decider) {
        assertThat(issue.ask(RequestKind.EXTENSION, asking)).isEqualTo(decider);
    }

    @Test
    void aReassignmentIsDecidedByWhoHandedTheIssueDownLast() {
        assertThat(Issues.assigned(OF_CITY).ask(RequestKind.REASSIGNMENT, ZHENGZHOU))
                .isEqualTo(Level.PROVINCE);
        assertThat(assignedByCity().ask(RequestKind.REASSIGNMENT, GONGYI)).isEqualTo(Level.CITY);
        assertThat(allotted().ask(RequestKind.REASSIGNMENT, ZHENGZHOU_HOUSING)).isEqualTo(Level.CITY);
    }

    @ParameterizedTest
    @CsvSource({"EVALUATION,PROVINCE", "SELF_INSPECTION,CITY"})
    void whoVerifiesDecidesWhetherAnIssueIsLongTerm(IssueSource source, Level decider) {
        assertThat(Issues.inRectification(source).ask(RequestKind.LONG_TERM, ZHENGZHOU))
                .isEqualTo(decider);
    }

    @Test
    void whatTheOfficeHandedOnComesBackToTheOffice() {
        Issue issue = allotted();
        issue.ask(RequestKind.REASSIGNMENT, ZHENGZHOU_HOUSING);

        issue.reassign();

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.ACKNOWLEDGED);
        assertThat(issue.fields().leadUnit()).isNull();
        assertThat(issue.fields().cooperatingUnits()).isEmpty();
        assertThat(issue.fields().deadline()).isEqualTo(DEADLINE);
        assertThat(issue.fields().acknowledgedAt()).isEqualTo(NOW);
        assertThat(issue.fields().pendingRequests()).isEmpty();
        issue.allot(TO_HOUSING, ZHENGZHOU, ACKNOWLEDGE_BY, NOW);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.ASSIGNED);
    }

    @Test
    void anotherUnitBeginsItsAnalysisAnewAndTheSameOneDoesNot() {
        Issue issue = allotted();
        issue.acknowledge(ZHENGZHOU_HOUSING, NOW);
        issue.analyseCause(CAUSE, ZHENGZHOU_HOUSING);
        issue.allot(TO_HOUSING, ZHENGZHOU, ACKNOWLEDGE_BY, NOW);
        assertThat(issue.fields().causeAnalysis()).isEqualTo(CAUSE.causeAnalysis());

        issue.allot(new Allotment("政务服务局", List.of(), null), acknowledgedAgain(issue), ACKNOWLEDGE_BY, NOW);

        assertThat(issue.fields().causeAnalysis()).isNull();
        assertThat(issue.fields().responsiblePerson()).isNull();
        assertThat(issue.fields().officeAcknowledgedAt()).isEqualTo(NOW);
    }

    private static Caller acknowledgedAgain(Issue issue) {
        issue.acknowledge(ZHENGZHOU_HOUSING, NOW.plusSeconds(1));
        return ZHENGZHOU;
    }

    @Test
    void whoExtendedTheDeadlineDecidesOnItFromThenOn() {
        Issue issue = assignedByCity();
        issue.ask(RequestKind.EXTENSION, ZHENGZHOU);
        issue.extend(DEADLINE.plusDays(1), Level.PROVINCE);

        assertThat(issue.ask(RequestKind.EXTENSION, GONGYI)).isEqualTo(Level.PROVINCE);
        assertThat(issue.fields().assignedBy()).isEqualTo(Level.CITY);
    }

    @Test
    void whatAnotherUnitHasAskedForDoesNotComeWithTheIssue() {
        Issue handedOn = allotted();
        handedOn.ask(RequestKind.EXTENSION, ZHENGZHOU_HOUSING);
        handedOn.ask(RequestKind.REASSIGNMENT, ZHENGZHOU_HOUSING);

        handedOn.reassign();

        assertThat(handedOn.lapse()).containsExactly(RequestKind.EXTENSION);
        assertThat(handedOn.fields().pendingRequests()).isEmpty();
    }

    @Test
    void anOfficeDoesNotAcceptWhatTheProvinceIsToDecideOn() {
        Issue issue = Issues.rejected(PROVINCIAL);

        assertThat(typeOf(() -> issue.assign(Issues.assignment(null), ZHENGZHOU, TODAY, NOW)))
                .isEqualTo(ProblemType.FORBIDDEN);
        issue.assign(Issues.assignment(null), PROVINCE, TODAY, NOW);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.ASSIGNED);
    }

    @Test
    void anOfficeIsNotThereForItsOwnHostsStageReviews() {
        Issue issue = Issues.longTerm(OF_CITY);
        StageReview resumed = new StageReview(StageReview.StageOutcome.RESUME, "条件已具备", null, null, DEADLINE);

        assertThat(typeOf(() -> issue.reviewStage(resumed, hostedBy("住建局")))).isEqualTo(ProblemType.FORBIDDEN);
        issue.reviewStage(resumed, PROVINCE);

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.IN_RECTIFICATION);
        assertThat(issue.ask(RequestKind.EXTENSION, GONGYI)).isEqualTo(Level.PROVINCE);
    }

    @Test
    void whatWasAssignedComesBackToWhoAssigns() {
        Issue issue = Issues.asked(Issues.acknowledged(PROVINCIAL), RequestKind.REASSIGNMENT);

        issue.reassign();

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.REGISTERED);
        assertThat(issue.fields())
                .extracting(
                        IssueFields::verifier,
                        IssueFields::assignedBy,
                        IssueFields::assignedAt,
                        IssueFields::acknowledgeBy,
                        IssueFields::acknowledgedAt,
                        IssueFields::deadline,
                        IssueFields::dueOn,
                        IssueFields::leadUnit)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void aRequestLapsesWhenItCanNoLongerBeGranted(RequestKind kind) {
        Issue issue = Issues.asked(
                kind == RequestKind.REASSIGNMENT ? Issues.acknowledged(OF_CITY) : Issues.withEvidence(OF_CITY), kind);
        assertThat(issue.lapse()).isEmpty();

        issue.mergeInto(Issues.registered(OF_CITY));

        assertThat(issue.lapse()).containsExactly(kind);
        assertThat(issue.fields().pendingRequests()).isEmpty();
    }

    @Test
    void anExtensionStillPendingWhenTheCloseOutIsRequestedStaysPending() {
        Issue issue = Issues.asked(Issues.withEvidence(OF_CITY), RequestKind.EXTENSION);

        issue.requestCloseOut(CLOSE_OUT, ZHENGZHOU, NOW);

        assertThat(issue.lapse()).isEmpty();
        issue.extend(DEADLINE.plusDays(1), Level.PROVINCE);
        assertThat(issue.fields().deadline()).isEqualTo(DEADLINE.plusDays(1));
        assertThat(issue.fields().extensions()).isEqualTo(1);
    }

    /** Assigned by the province, acknowledged by the office, handed on by it. */
    private static Issue allotted() {
        Issue issue = Issues.acknowledged(OF_CITY);
        issue.allot(TO_HOUSING, ZHENGZHOU, ACKNOWLEDGE_BY, NOW);
        return issue;
    }

    private static Issue assignedByCity() {
        Issue issue = Issues.registered(OF_CITY);
        issue.assign(Issues.assignment(null), ZHENGZHOU, TODAY, NOW);
        return issue;
    }

    private static ProblemType typeOf(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal.type();
    }
}
