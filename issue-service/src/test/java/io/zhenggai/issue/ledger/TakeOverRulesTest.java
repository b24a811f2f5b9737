package io.zhenggai.issue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.testsupport.TakeOvers;
import io.zhenggai.kit.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TakeOverRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 10, 20);
    private static final LocalDate ENDS = LocalDate.of(2021, 12, 31);

    @ParameterizedTest
    @EnumSource(
            value = IssueStatus.class,
            names = {"REGISTERED", "ASSIGNED", "ACKNOWLEDGED", "IN_RECTIFICATION", "CLOSED"})
    void whatWasFinishedElsewhereIsTakenOver(IssueStatus status) {
        assertThat(check(TakeOvers.standing(status))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSE_OUT_REQUESTED,整改中",
        "FIRST_REVIEWED,整改中",
        "LONG_TERM,整改中",
        "REJECTED,已登记",
        "MERGED,已登记",
    })
    void whatSomebodyHereHasToVouchForIsNot(IssueStatus status, String instead) {
        assertThat(check(TakeOvers.standing(status))).singleElement().satisfies(broken -> {
            assertThat(broken.field()).isEqualTo("status");
            assertThat(broken.message().zh()).contains("改为“" + instead + "”导入").doesNotContain("null");
        });
    }

    @Test
    void eachStateNeedsWhatWasDoneUntilThen() {
        assertThat(fields(TakeOvers.bare(IssueStatus.REGISTERED))).isEmpty();
        assertThat(fields(TakeOvers.bare(IssueStatus.ASSIGNED))).containsExactly("assignedOn", "deadline");
        assertThat(fields(TakeOvers.bare(IssueStatus.ACKNOWLEDGED))).containsExactly("assignedOn", "deadline");
        assertThat(fields(TakeOvers.bare(IssueStatus.IN_RECTIFICATION)))
                .containsExactly("assignedOn", "deadline", "causeAnalysis", "leadUnit", "responsiblePerson");
        assertThat(fields(TakeOvers.bare(IssueStatus.CLOSED)))
                .containsExactly(
                        "assignedOn",
                        "deadline",
                        "causeAnalysis",
                        "leadUnit",
                        "responsiblePerson",
                        "result",
                        "closedOn",
                        "verifiedBy");
    }

    @Test
    void whatContradictsTheStateIsAskedAbout() {
        TakeOver closed = TakeOvers.standing(IssueStatus.CLOSED);

        assertThat(fields(TakeOvers.as(IssueStatus.REGISTERED, closed)))
                .containsExactly("assignedOn", "deadline", "leadUnit", "cooperatingUnits", "closedOn", "verifiedBy");
        assertThat(fields(TakeOvers.as(IssueStatus.IN_RECTIFICATION, closed)))
                .containsExactly("closedOn", "verifiedBy");
    }

    @ParameterizedTest
    @CsvSource({
        // registered, assigned, due, closed, and what is wrong
        "2021-09-01, 2021-09-01, 2021-09-01, 2021-09-01,",
        "2021-09-02, 2021-09-01, 2021-12-31, 2021-10-01, assignedOn",
        "2021-09-02, 2021-09-02, 2021-12-31, 2021-09-01, closedOn closedOn",
        ", 2021-09-02, 2021-12-31, 2021-09-01, closedOn",
        ", 2021-09-02, 2021-12-31, 2021-10-20,",
        ", 2021-09-02, 2021-12-31, 2021-10-21, closedOn",
        ", 2021-10-20, 2021-12-31, 2021-10-20,",
        ", 2021-10-21, 2021-12-31, 2021-10-21, assignedOn closedOn",
        "2021-10-21, 2021-10-21, 2021-12-31, 2021-10-21, registeredOn assignedOn closedOn",
        "1990-01-01, 2021-09-02, 2021-12-31, 2021-10-01,",
        "1989-12-31, 2021-09-02, 2021-12-31, 2021-10-01, registeredOn",
        ", 2021-09-02, 2021-09-01, 2021-10-01, deadline",
        ", 2021-09-02, 2022-01-01, 2021-10-01,",
    })
    void daysFollowEachOtherAndNoneOfThemIsToCome(
            LocalDate registered, LocalDate assigned, LocalDate due, LocalDate closed, String wrong) {
        TakeOver from = TakeOvers.closed(registered, assigned, due, closed);

        assertThat(fields(from)).containsExactly(wrong == null ? new String[0] : wrong.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"2021-09-01,true", "2021-08-31,false", "2021-12-31,true", "2022-01-01,false"})
    void whatIsOpenIsDueWithinTheCampaignHoweverLateItIs(LocalDate deadline, boolean good) {
        TakeOver from = TakeOvers.assigned(LocalDate.of(2021, 9, 1), deadline);

        assertThat(fields(from)).isEqualTo(good ? List.of() : List.of("deadline"));
    }

    private static List<String> fields(TakeOver from) {
        return check(from).stream().map(Violation::field).toList();
    }

    private static List<Violation> check(TakeOver from) {
        return TakeOverRules.check(from, ENDS, TODAY);
    }
}
