package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.Issues.CLOSE_OUT;
import static io.zhenggai.issue.ledger.Issues.DEADLINE;
import static io.zhenggai.issue.ledger.Issues.NOW;
import static io.zhenggai.issue.ledger.Issues.TODAY;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Since when what is owed of an issue is owed, and by when decisions are. */
class SinceWhenTest {

    private static final IssueSource OF_CITY = IssueSource.SELF_INSPECTION;
    private static final LocalDate REVIEW_ON = LocalDate.of(2022, 6, 30);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofChina();

    private Instant now = NOW;

    @Test
    void theRectificationIsOwedSinceItsDateWasSetOrItCameBack() {
        Issue issue = Issues.registered(OF_CITY);
        assertThat(issue.owedSince()).isNull();
        Instant assigned = later(issue, one -> one.assign(Issues.assignment(null), PROVINCE, TODAY, now));
        assertThat(issue.owedSince()).isEqualTo(assigned);
        later(issue, one -> one.acknowledge(ZHENGZHOU, now));
        later(issue, one -> one.analyseCause(Issues.CAUSE, ZHENGZHOU));
        Instant started = later(issue, one -> one.rectify(ZHENGZHOU));
        assertThat(issue.owedSince()).isEqualTo(assigned);
        assertThat(issue.rectifyingSince()).isEqualTo(started);
        Instant extended = later(issue, one -> one.extend(DEADLINE.plusDays(1), Level.PROVINCE));
        assertThat(issue.owedSince()).isEqualTo(extended);
        later(issue, Issue::addEvidence);
        later(issue, one -> one.requestCloseOut(CLOSE_OUT, ZHENGZHOU, now));
        assertThat(issue.owedSince()).isNull();
        Instant returned = later(issue, one -> one.returnToRectification(ZHENGZHOU_2));
        assertThat(issue.owedSince()).isEqualTo(returned);
        assertThat(issue.rectifyingSince()).isEqualTo(returned);
    }

    @Test
    void whatIsResumedAfterLongTermIsOwedSinceThen() {
        Issue issue = Issues.inRectification(OF_CITY);
        later(issue, one -> one.ask(RequestKind.LONG_TERM, ZHENGZHOU));
        Instant longTerm = later(issue, one -> one.makeLongTerm("逐步推广", REVIEW_ON));
        assertThat(issue.owedSince()).isEqualTo(longTerm);
        later(issue, one -> one.reportProgress(new ProgressEntry("已覆盖主城区"), now));
        assertThat(issue.owedSince()).isEqualTo(longTerm);

        // By the very day of the stage review.
        Instant resumed = later(
                issue,
                one -> one.reviewStage(
                        new StageReview(StageReview.StageOutcome.RESUME, "须继续整改", null, null, REVIEW_ON), ZHENGZHOU_2));

        assertThat(issue.owedSince()).isEqualTo(resumed);
        assertThat(issue.rectifyingSince()).isEqualTo(resumed);
    }

    @Test
    void whatIsUnmergedIsOwedAnewAndGoesOnAsItWasRectified() {
        Issue issue = Issues.acknowledged(OF_CITY);
        later(issue, one -> one.analyseCause(Issues.CAUSE, ZHENGZHOU));
        Instant started = later(issue, one -> one.rectify(ZHENGZHOU));
        later(issue, one -> one.mergeInto(Issues.registered(OF_CITY)));
        assertThat(issue.owedSince()).isNull();

        Instant unmerged = later(issue, one -> one.unmerge(AnswersOwed.NONE));

        assertThat(issue.owedSince()).isEqualTo(unmerged);
        assertThat(issue.rectifyingSince()).isEqualTo(started);
    }

    @Test
    void whatIsCarriedOverIsOwedSinceThen() {
        Issue issue = Issues.assigned(OF_CITY);

        Instant carriedOver = later(issue, one -> one.carryOver(UUID.randomUUID(), REVIEW_ON));

        assertThat(issue.owedSince()).isEqualTo(carriedOver);
    }

    @Test
    void anAnswerIsOwedSinceItsDayWasSet() {
        Issue issue = Issues.registered(OF_CITY);
        assertThat(issue.answerOwedSince()).isNull();
        Instant first = later(issue, one -> one.addSourceItem(new AnswersOwed(1, Optional.of(DEADLINE))));
        assertThat(issue.answerOwedSince()).isEqualTo(first);
        later(issue, one -> one.addSourceItem(new AnswersOwed(2, Optional.of(DEADLINE))));
        assertThat(issue.answerOwedSince()).isEqualTo(first);
        Instant sooner = later(issue, one -> one.addSourceItem(new AnswersOwed(3, Optional.of(TODAY))));
        assertThat(issue.answerOwedSince()).isEqualTo(sooner);
        later(issue, one -> one.owes(AnswersOwed.NONE));
        assertThat(issue.answerOwedSince()).isNull();
    }

    /** Asked for on Wednesday the 20th, and on the last day before a week off. */
    @ParameterizedTest
    @CsvSource({
        "REASSIGNMENT,2021-10-20T01:00:00Z,,2021-10-25",
        "REASSIGNMENT,2021-09-30T15:59:59Z,,2021-10-11",
        "LONG_TERM,2021-10-20T01:00:00Z,2021-10-21,2021-10-25",
        "EXTENSION,2021-10-20T01:00:00Z,2021-10-26,2021-10-25",
        "EXTENSION,2021-10-20T01:00:00Z,2021-10-24,2021-10-24",
        "EXTENSION,2021-10-20T01:00:00Z,2021-10-20,2021-10-20"
    })
    void aDecisionIsOwedWithinThreeWorkingDaysAndBeforeTheDeadlineThatItIsAbout(
            RequestKind kind, Instant askedAt, @Nullable LocalDate deadline, LocalDate dueOn) {
        assertThat(DecisionOwed.of(kind, Level.CITY, askedAt, deadline, CALENDAR))
                .isEqualTo(new DecisionOwed(kind, Level.CITY, askedAt, dueOn));
    }

    /** A minute later than whatever was done before. */
    private Instant later(Issue issue, Consumer<Issue> change) {
        now = now.plusSeconds(60);
        IssueFields before = issue.fields();
        change.accept(issue);
        issue.noteSince(before, now);
        return now;
    }
}
