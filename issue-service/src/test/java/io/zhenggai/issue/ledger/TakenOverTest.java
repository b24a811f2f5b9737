package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.Issues.NOW;
import static io.zhenggai.issue.ledger.Issues.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.testsupport.TakeOvers;
import io.zhenggai.kit.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenOverTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofChina();
    private static final Instant ASSIGNED = Instant.parse("2021-08-31T16:00:00Z");

    @Test
    void whatIsClosedHasItsDaysAndWhoVerifiedItAndNobodyHereRequestedIt() {
        IssueFields issue = taken(TakeOvers.standing(IssueStatus.CLOSED)).fields();

        assertThat(issue.status()).isEqualTo(IssueStatus.CLOSED);
        assertThat(issue.registeredAt()).isEqualTo(ASSIGNED);
        assertThat(issue.assignedAt()).isEqualTo(ASSIGNED);
        assertThat(issue.closedAt()).isEqualTo(Instant.parse("2021-09-30T16:00:00Z"));
        assertThat(issue.verifiedBy()).isEqualTo("李验收");
        assertThat(issue.result()).isEqualTo("已整改到位");
        assertThat(issue.dueOn()).isNull();
        assertThat(issue.closeOutRequestedAt()).isNull();
        assertThat(issue.evidenceCount()).isZero();
        assertThat(IssueState.of(taken(TakeOvers.standing(IssueStatus.CLOSED)), List.of()))
                .returns(LocalDate.of(2021, 9, 1), IssueState::registeredOn)
                .returns(LocalDate.of(2021, 10, 1), IssueState::closedOn)
                .returns(null, IssueState::owedSince);
    }

    @Test
    void whatIsOpenIsOwedFromTheTakeOverOn() {
        Issue issue = taken(TakeOvers.standing(IssueStatus.IN_RECTIFICATION));

        assertThat(issue.owedSince()).isEqualTo(NOW);
        assertThat(issue.rectifyingSince()).isEqualTo(NOW);
        assertThat(issue.fields())
                .returns(LocalDate.of(2021, 12, 31), IssueFields::dueOn)
                .returns("已完成一半", IssueFields::progress)
                .returns(NOW, IssueFields::progressAt)
                .returns(Level.PROVINCE, IssueFields::assignedBy)
                .returns(Level.PROVINCE, IssueFields::verifier)
                .returns(null, IssueFields::acknowledgeBy)
                .returns(null, IssueFields::acknowledgedAt);
        assertThat(issue.legalMoves()).contains(IssueMove.ADD_EVIDENCE, IssueMove.REQUEST_CLOSE_OUT);
    }

    @Test
    void whatIsNotAcknowledgedIsToBeWithinTwoWorkingDaysOfTheTakeOver() {
        assertThat(taken(TakeOvers.standing(IssueStatus.ASSIGNED)).fields().acknowledgeBy())
                .isEqualTo(TODAY.plusDays(2));
        assertThat(taken(TakeOvers.assigned(LocalDate.of(2021, 9, 1), TODAY.plusDays(1)))
                        .fields()
                        .acknowledgeBy())
                .isEqualTo(TODAY.plusDays(1));
        assertThat(taken(TakeOvers.assigned(LocalDate.of(2021, 9, 1), LocalDate.of(2021, 9, 30)))
                        .fields()
                        .acknowledgeBy())
                .isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void whatIsNotAssignedStandsAsIfItWereRegisteredNow() {
        IssueFields issue = taken(TakeOvers.bare(IssueStatus.REGISTERED)).fields();

        assertThat(issue)
                .usingRecursiveComparison()
                .isEqualTo(Issues.registered(IssueSource.SYSTEM_SCORECARD).fields());
    }

    @Test
    void whatWasDoneOnTheDayOfTheTakeOverWasDoneByItsMoment() {
        IssueFields issue = taken(TakeOvers.closed(TODAY, TODAY, TODAY, TODAY)).fields();

        assertThat(issue.registeredAt()).isEqualTo(NOW);
        assertThat(issue.assignedAt()).isEqualTo(NOW);
        assertThat(issue.closedAt()).isEqualTo(NOW);
    }

    private static Issue taken(TakeOver from) {
        Issue issue = Issues.registered(IssueSource.SYSTEM_SCORECARD);
        TakenOver.apply(issue, from, NOW, CALENDAR);
        return issue;
    }
}
