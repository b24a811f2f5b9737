package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.Issues.CLOSE_OUT;
import static io.zhenggai.issue.ledger.Issues.DEADLINE;
import static io.zhenggai.issue.ledger.Issues.NOW;
import static io.zhenggai.issue.ledger.Issues.TODAY;
import static io.zhenggai.issue.testsupport.Callers.GONGYI;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_2;
import static io.zhenggai.issue.testsupport.Callers.inRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows the rectification, and what is put right about an issue. */
class IssueLaterLifeTest {

    private static final IssueSource OF_CITY = IssueSource.SELF_INSPECTION;
    private static final LocalDate REVIEW_ON = LocalDate.of(2022, 6, 30);

    @Test
    void whatIsDueOfAnIssueFollowsItsLife() {
        Issue issue = Issues.registered(OF_CITY);
        assertThat(issue.fields().dueOn()).isNull();
        issue.assign(Issues.assignment(null), PROVINCE, TODAY, NOW);
        assertThat(issue.fields().dueOn()).isEqualTo(DEADLINE);

        Issue longTerm = Issues.inRectification(OF_CITY);
        longTerm.makeLongTerm("逐步推广", REVIEW_ON);
        assertThat(longTerm.fields().dueOn()).isEqualTo(REVIEW_ON);

        Issue closed = Issues.closeOutRequested(OF_CITY);
        assertThat(closed.fields().dueOn()).isEqualTo(DEADLINE);
        closed.close(ZHENGZHOU_2, NOW);
        assertThat(closed.fields().dueOn()).isNull();
        assertThat(closed.fields().verifiedBy()).isEqualTo(ZHENGZHOU_2.name());

        assertThat(Issues.merged(OF_CITY).fields().dueOn()).isNull();
        assertThat(Issues.rejected(OF_CITY).fields().dueOn()).isNull();
    }

    @Test
    void whoVerifiesReviewsTheStages() {
        Issue ofProvince = Issues.longTerm(IssueSource.EVALUATION);
        Issue issue = Issues.longTerm(OF_CITY);
        StageReview next = review(StageReview.StageOutcome.CONTINUE, "覆盖全部县区", REVIEW_ON, null);

        assertThat(refusalOf(() -> issue.reviewStage(next, inRole(GONGYI, Role.COUNTY)))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        issue.reviewStage(next, ZHENGZHOU_2);

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.LONG_TERM);
        assertThat(issue.fields().stageGoal()).isEqualTo("覆盖全部县区");
        assertThat(issue.fields().dueOn()).isEqualTo(REVIEW_ON);
    }

    @Test
    void afterAStageTheRectificationMayGoOn() {
        Issue issue = Issues.longTerm(IssueSource.EVALUATION);
        LocalDate until = DEADLINE.plusMonths(1);

        issue.reviewStage(review(StageReview.StageOutcome.RESUME, null, null, until), PROVINCE);

        assertThat(issue.fields().status()).isEqualTo(IssueStatus.IN_RECTIFICATION);
        assertThat(issue.fields().deadline()).isEqualTo(until);
        assertThat(issue.fields().dueOn()).isEqualTo(until);
        assertThat(issue.fields().stageGoal()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CONTINUE,目标,2021-10-21,,",
        "CONTINUE,目标,2022-10-20,,",
        "CONTINUE,目标,2021-10-20,,stageReviewOn",
        "CONTINUE,目标,2022-10-21,,stageReviewOn",
        "CONTINUE,,2021-10-21,,stageGoal",
        "CONTINUE,目标,,,stageReviewOn",
        "CONTINUE,目标,2021-10-21,2021-12-31,deadline",
        "RESUME,,,2021-10-20,",
        "RESUME,,,2022-10-20,",
        "RESUME,,,2021-10-19,deadline",
        "RESUME,,,2022-10-21,deadline",
        "RESUME,,,,deadline",
        "RESUME,目标,,2021-10-20,stageGoal",
        "RESUME,,2021-10-21,2021-10-20,stageReviewOn"
    })
    void aStageReviewNamesWhatItsOutcomeNeedsAndNothingElse(
            StageReview.StageOutcome outcome,
            @Nullable String goal,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate deadline,
            @Nullable String broken) {
        StageReview review = review(outcome, goal, reviewOn, deadline);

        if (broken == null) {
            assertThatCode(() -> review.check(TODAY)).doesNotThrowAnyException();
        } else {
            assertThat(refusalOf(() -> review.check(TODAY)).violations())
                    .extracting(Violation::field)
                    .containsExactly(broken);
        }
    }

    @Test
    void aRevokedCloseOutIsCountedAndTheIssueGoesOnUnderItsNumber() {
        Issue issue = Issues.closeOutRequested(OF_CITY);
        issue.close(ZHENGZHOU_2, NOW);
        String number = issue.fields().ledgerNumber();

        issue.revokeCloseOut(REVIEW_ON);

        IssueFields after = issue.fields();
        assertThat(after.status()).isEqualTo(IssueStatus.IN_RECTIFICATION);
        assertThat(after.revocations()).isEqualTo(1);
        assertThat(after.ledgerNumber()).isEqualTo(number);
        assertThat(after.deadline()).isEqualTo(REVIEW_ON);
        assertThat(after.closedAt()).isNull();
        assertThat(after.verifiedBy()).isNull();
        assertThat(after.closeOutRequestedAt()).isNull();
        assertThat(after.evidenceCount()).isEqualTo(1);
        issue.requestCloseOut(CLOSE_OUT, ZHENGZHOU_2, NOW);
        issue.close(ZHENGZHOU, NOW);
        assertThat(issue.fields().status()).isEqualTo(IssueStatus.CLOSED);
    }

    @Test
    void whatIsMergedLeavesItsEvidenceAndAnswersToTheOtherAndTakesThemBack() {
        Issue going = Issues.withEvidence(OF_CITY);
        going.owes(new AnswersOwed(1, Optional.of(DEADLINE)));
        Issue staying = Issues.registered(OF_CITY);
        IssueFields before = going.fields();

        going.mergeInto(staying);
        staying.absorb(going, new AnswersOwed(1, Optional.of(DEADLINE)));

        assertThat(going.fields().status()).isEqualTo(IssueStatus.MERGED);
        assertThat(going.fields().mergedInto()).isEqualTo(staying.id());
        assertThat(going.fields().answersOwed()).isZero();
        assertThat(staying.fields().evidenceCount()).isEqualTo(1);
        assertThat(staying.fields().answersOwed()).isEqualTo(1);
        assertThat(staying.fields().answerDueOn()).isEqualTo(DEADLINE);

        going.unmerge(new AnswersOwed(1, Optional.of(DEADLINE)));
        staying.release(going, AnswersOwed.NONE);

        assertThat(going.fields()).isEqualTo(before);
        assertThat(staying.fields().evidenceCount()).isZero();
        assertThat(staying.fields().answersOwed()).isZero();
    }

    @Test
    void togetherTheyHaveNoMoreEvidenceThanOneMayHave() {
        Issue going = Issues.withEvidence(OF_CITY);
        Issue staying = Issues.inRectification(OF_CITY);
        for (int piece = 0; piece < 50; piece++) {
            staying.addEvidence();
        }

        assertThat(refusalOf(() -> staying.absorb(going, AnswersOwed.NONE)).type())
                .isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(staying.fields().evidenceCount()).isEqualTo(50);
    }

    @Test
    void lessIsAskedOfWhatALowerLevelVerifiesOrIsDueLater() {
        Issue ofProvince = Issues.assigned(IssueSource.EVALUATION);
        Issue ofCity = Issues.assigned(OF_CITY);
        Issue unassigned = Issues.registered(IssueSource.EVALUATION);
        Issue later = Issues.assigned(OF_CITY);
        later.extend(DEADLINE.plusDays(1), Level.PROVINCE);

        assertThat(ofCity.isHeldMoreLooselyThan(ofProvince)).isTrue();
        assertThat(ofProvince.isHeldMoreLooselyThan(ofCity)).isFalse();
        assertThat(unassigned.isHeldMoreLooselyThan(ofProvince)).isTrue();
        assertThat(ofProvince.isHeldMoreLooselyThan(unassigned)).isFalse();
        assertThat(later.isHeldMoreLooselyThan(ofCity)).isTrue();
        assertThat(ofCity.isHeldMoreLooselyThan(later)).isFalse();
        Issue assignedByCity = Issues.registered(OF_CITY);
        assignedByCity.assign(Issues.assignment(null), ZHENGZHOU, TODAY, NOW);
        assertThat(assignedByCity.isHeldMoreLooselyThan(ofCity)).isTrue();
        assertThat(ofCity.isHeldMoreLooselyThan(assignedByCity)).isFalse();
        assertThat(Issues.longTerm(OF_CITY).isHeldMoreLooselyThan(ofCity)).isTrue();
    }

    @Test
    void nothingIsMergedIntoWhatIsOver() {
        Issue over = Issues.rejected(OF_CITY);

        assertThat(refusalOf(() -> over.absorb(Issues.registered(OF_CITY), AnswersOwed.NONE))
                        .type())
                .isEqualTo(ProblemType.ILLEGAL_TRANSITION);
    }

    @Test
    void whatIsCarriedOverHasAnotherCampaignAndAnotherDeadline() {
        UUID next = UUID.fromString("01920000-0000-7000-8000-000000002022");
        Issue assigned = Issues.assigned(OF_CITY);
        UUID old = assigned.campaignId();
        Issue registered = Issues.registered(OF_CITY);

        assigned.carryOver(next, REVIEW_ON);
        registered.carryOver(next, null);

        assertThat(assigned.campaignId()).isEqualTo(next);
        assertThat(assigned.fields().carriedOverFrom()).isEqualTo(old);
        assertThat(assigned.fields().deadline()).isEqualTo(REVIEW_ON);
        assertThat(assigned.fields().dueOn()).isEqualTo(REVIEW_ON);
        assertThat(registered.fields().deadline()).isNull();
        UUID afterNext = UUID.fromString("01920000-0000-7000-8000-000000002023");
        assigned.carryOver(afterNext, REVIEW_ON.plusYears(1));
        assertThat(assigned.campaignsBefore()).containsExactly(old, next);
    }

    @Test
    void whoRegisteredCorrectsUntilTheAssignmentAndTheOfficeAtAnyTime() {
        Issue issue = new Issue(
                UUID.randomUUID(),
                new LedgerNumber(2021, "410100", 2),
                Issues.newIssue(OF_CITY),
                Origin.NONE,
                GONGYI,
                NOW);
        issue.correct(correction("第一次更正"), GONGYI);
        assertThat(refusalOf(() -> issue.correct(correction("他人更正"), inRole(ZHENGZHOU, Role.COUNTY)))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        issue.assign(Issues.assignment(null), ZHENGZHOU, TODAY, NOW);

        assertThat(refusalOf(() -> issue.correct(correction("第二次更正"), GONGYI)).type())
                .isEqualTo(ProblemType.FORBIDDEN);
        issue.correct(correction("第三次更正"), ZHENGZHOU);
        assertThat(issue.fields().description()).isEqualTo("第三次更正");
    }

    @Test
    void aCorrectionThatChangesNothingIsNone() {
        Issue issue = Issues.registered(OF_CITY);
        IssueCorrection same =
                new IssueCorrection(issue.fields().description(), issue.fields().category(), null, "内容相同");

        assertThat(refusalOf(() -> issue.correct(same, PROVINCE)).type()).isEqualTo(ProblemType.UNPROCESSABLE);
    }

    @Test
    void progressIsTheLatest() {
        Issue issue = Issues.inRectification(OF_CITY);
        issue.reportProgress(new ProgressEntry("已完成流程梳理"), NOW);

        issue.reportProgress(new ProgressEntry("系统改造已上线"), NOW.plusSeconds(1));

        assertThat(issue.fields().progress()).isEqualTo("系统改造已上线");
        assertThat(issue.fields().progressAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void aComplainantIsMaskedToTheFirstCharacters() {
        assertThat(new Complainant("欧阳某某", "13812345678").masked()).isEqualTo(new Complainant("欧**", "138****"));
        assertThat(new Complainant("𠮷田", "123456").masked()).isEqualTo(new Complainant("𠮷**", "****"));
        assertThat(new Complainant(" ", null).isUnknown()).isTrue();
    }

    @Test
    void theFirstOfTheAnswersOwedCounts() {
        List<KeptSourceItem> items = List.of(
                item(AnswerState.OWED, LocalDate.of(2021, 11, 20)),
                item(AnswerState.OWED, null),
                item(AnswerState.ANSWERED, LocalDate.of(2021, 11, 1)),
                item(AnswerState.OWED, LocalDate.of(2021, 11, 15)),
                item(AnswerState.NONE_OWED, null));

        assertThat(AnswersOwed.of(items)).isEqualTo(new AnswersOwed(3, Optional.of(LocalDate.of(2021, 11, 15))));
        assertThat(AnswersOwed.of(List.of())).isEqualTo(AnswersOwed.NONE);
    }

    private static KeptSourceItem item(AnswerState state, @Nullable LocalDate dueOn) {
        SourceItem item = new SourceItem(OF_CITY, null, null, null, null, "投诉人", dueOn, null);
        return new KeptSourceItem(UUID.randomUUID(), UUID.randomUUID(), item, state, null, null, null, null);
    }

    private static IssueCorrection correction(String description) {
        return new IssueCorrection(description, null, null, "登记有误");
    }

    private static StageReview review(
            StageReview.StageOutcome outcome,
            @Nullable String goal,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate deadline) {
        return new StageReview(outcome, "阶段目标已实现", goal, reviewOn, deadline);
    }

    private static Refusal refusalOf(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
