package io.zhenggai.issue.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.ledger.IssueStatus;
import io.zhenggai.issue.ledger.Level;
import io.zhenggai.issue.ledger.SupervisedIssue;
import io.zhenggai.kit.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The deadline is Friday 2021-11-05: working day 1 behind it is Monday 8, day 5 Friday 12, day 10 Friday 19. */
class SupervisionRulesTest {

    private static final UUID ISSUE = UUID.fromString("01920000-0000-7000-8000-000000000001");
    private static final UUID LETTER = UUID.fromString("01920000-0000-7000-8000-000000000009");
    private static final LocalDate DEADLINE = LocalDate.of(2021, 11, 5);
    private static final LocalDate MONDAY = LocalDate.of(2021, 11, 8);

    private final SupervisionRules rules = new SupervisionRules(WorkingCalendar.ofChina());

    @ParameterizedTest
    @CsvSource({
        "2021-11-05,",
        "2021-11-07,",
        "2021-11-08, PROMPT_LETTER",
        "2021-11-11, PROMPT_LETTER",
        "2021-11-12, SUPERVISION_SLIP",
        "2021-11-18, SUPERVISION_SLIP",
        "2021-11-19, CIRCULAR",
        "2022-11-19, CIRCULAR"
    })
    void ofADeadlineTheHighestStepIsProposed(LocalDate today, @Nullable SupervisionKind kind) {
        List<Step> due = rules.due(atWork(), List.of(), today);

        assertThat(due).extracting(Step::kind).isEqualTo(kind == null ? List.of() : List.of(kind));
        assertThat(due).allSatisfy(step -> {
            assertThat(step.cause()).isEqualTo(SupervisionCause.DEADLINE_OVERDUE);
            assertThat(step.basis()).isEqualTo("2021-11-05");
        });
    }

    @Test
    void anAcknowledgementIsPromptedOnTheFirstWorkingDayBehindItsLimit() {
        SupervisedIssue issue = issue(IssueStatus.ASSIGNED, DEADLINE, LocalDate.of(2021, 12, 31), 0);

        assertThat(rules.due(issue, List.of(), DEADLINE)).isEmpty();
        assertThat(rules.due(issue, List.of(), MONDAY.minusDays(1))).isEmpty();
        assertThat(rules.due(issue, List.of(), MONDAY))
                .containsExactly(new Step(
                        SupervisionKind.PROMPT_LETTER,
                        SupervisionCause.ACKNOWLEDGEMENT_OVERDUE,
                        "2021-11-05",
                        DEADLINE));
    }

    @ParameterizedTest
    @CsvSource({"2,", "3, 3", "4, 3", "5, 3", "6, 6"})
    void everyThreeReturnsAreATalk(int returns, @Nullable String basis) {
        SupervisedIssue issue = issue(IssueStatus.IN_RECTIFICATION, null, LocalDate.of(2021, 12, 31), returns);

        assertThat(rules.due(issue, List.of(), MONDAY))
                .extracting(Step::basis)
                .isEqualTo(basis == null ? List.of() : List.of(basis));
    }

    @ParameterizedTest
    @CsvSource({"SUPERVISION_SLIP, TALK", "TALK, CIRCULAR", "PROMPT_LETTER,", "CIRCULAR,"})
    void whatIsNotRepliedToIsFollowedByTheNextStep(SupervisionKind signed, @Nullable SupervisionKind next) {
        SupervisedIssue issue = issue(IssueStatus.IN_RECTIFICATION, null, LocalDate.of(2021, 12, 31), 0);
        Standing letter = new Standing(LETTER, signed, SupervisionStatus.SIGNED, null, null, DEADLINE);

        assertThat(rules.due(issue, List.of(letter), DEADLINE)).isEmpty();
        assertThat(rules.due(issue, List.of(letter), MONDAY))
                .extracting(Step::kind)
                .isEqualTo(next == null ? List.of() : List.of(next));
    }

    @ParameterizedTest
    @EnumSource(SupervisionStatus.class)
    void neverTwiceWhateverBecameOfIt(SupervisionStatus status) {
        Standing proposed = ofDeadline(SupervisionKind.PROMPT_LETTER, status, "2021-11-05");

        assertThat(rules.due(atWork(), List.of(proposed), MONDAY)).isEmpty();
    }

    @Test
    void aMovedDeadlineIsAnotherGround() {
        Standing before = ofDeadline(SupervisionKind.PROMPT_LETTER, SupervisionStatus.DISMISSED, "2021-10-29");

        assertThat(rules.due(atWork(), List.of(before), MONDAY)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = IssueStatus.class,
            names = {"ASSIGNED", "ACKNOWLEDGED", "IN_RECTIFICATION"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingIsProposedOnWhatIsReviewedOrOver(IssueStatus status) {
        assertThat(rules.due(issue(status, null, DEADLINE, 0), List.of(), MONDAY))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = IssueStatus.class,
            names = {"REGISTERED", "CLOSED", "REJECTED", "MERGED", "LONG_TERM"})
    void whatIsOverLapses(IssueStatus status) {
        Standing proposed = ofDeadline(SupervisionKind.PROMPT_LETTER, SupervisionStatus.PROPOSED, "2021-11-05");

        assertThat(rules.lapses(proposed, issue(status, null, DEADLINE, 0), List.of(proposed), MONDAY))
                .isTrue();
    }

    /** Otherwise a request for close-out that comes to nothing would be a way out. */
    @ParameterizedTest
    @EnumSource(
            value = IssueStatus.class,
            names = {"CLOSE_OUT_REQUESTED", "FIRST_REVIEWED", "IN_RECTIFICATION"})
    void whatIsReviewedKeepsWhatIsProposed(IssueStatus status) {
        Standing proposed = ofDeadline(SupervisionKind.PROMPT_LETTER, SupervisionStatus.PROPOSED, "2021-11-05");

        assertThat(rules.lapses(proposed, issue(status, null, DEADLINE, 0), List.of(proposed), MONDAY))
                .isFalse();
    }

    @Test
    void aMovedDeadlineAndAHigherStepLetItLapse() {
        Standing moved = ofDeadline(SupervisionKind.PROMPT_LETTER, SupervisionStatus.PROPOSED, "2021-10-29");
        Standing lower = ofDeadline(SupervisionKind.PROMPT_LETTER, SupervisionStatus.PROPOSED, "2021-11-05");

        assertThat(rules.lapses(moved, atWork(), List.of(moved), MONDAY)).isTrue();
        assertThat(rules.lapses(lower, atWork(), List.of(lower), LocalDate.of(2021, 11, 11)))
                .isFalse();
        assertThat(rules.lapses(lower, atWork(), List.of(lower), LocalDate.of(2021, 11, 12)))
                .isTrue();
    }

    @Test
    void aReplyLetsTheNextStepLapse() {
        SupervisedIssue issue = issue(IssueStatus.IN_RECTIFICATION, null, LocalDate.of(2021, 12, 31), 0);
        Standing owed =
                new Standing(LETTER, SupervisionKind.SUPERVISION_SLIP, SupervisionStatus.SIGNED, null, null, DEADLINE);
        Standing replied =
                new Standing(LETTER, SupervisionKind.SUPERVISION_SLIP, SupervisionStatus.SIGNED, null, null, null);
        Standing talk = new Standing(
                ISSUE,
                SupervisionKind.TALK,
                SupervisionStatus.PROPOSED,
                SupervisionCause.NOT_REPLIED,
                LETTER.toString(),
                null);

        assertThat(rules.lapses(talk, issue, List.of(owed, talk), MONDAY)).isFalse();
        assertThat(rules.lapses(talk, issue, List.of(replied, talk), MONDAY)).isTrue();
    }

    @Test
    void whatWasDraftedByHandNeverLapses() {
        Standing drafted =
                new Standing(LETTER, SupervisionKind.PROMPT_LETTER, SupervisionStatus.PROPOSED, null, null, null);

        assertThat(rules.lapses(drafted, issue(IssueStatus.CLOSED, null, DEADLINE, 0), List.of(drafted), MONDAY))
                .isFalse();
    }

    @Test
    void whoAssignedSupervisesWhoeverHasIt() {
        SupervisedIssue ofProvince = atWork();
        SupervisedIssue ofCity = assigned(Level.CITY, "410100", "住建局");
        SupervisedIssue inCounty = assigned(Level.CITY, "410181", null);
        SupervisedIssue keptByOffice = assigned(Level.CITY, "410100", null);
        SupervisionKind slip = SupervisionKind.SUPERVISION_SLIP;
        SupervisionCause overdue = SupervisionCause.DEADLINE_OVERDUE;

        assertThat(Route.of(ofProvince, slip, overdue)).isEqualTo(new Route("410000", "410100", "410100", null));
        assertThat(Route.of(ofCity, slip, overdue)).isEqualTo(new Route("410100", "410100", "410100", "住建局"));
        assertThat(Route.of(inCounty, slip, overdue)).isEqualTo(new Route("410100", "410100", "410181", null));
        assertThat(Route.of(keptByOffice, slip, overdue)).isEqualTo(new Route("410000", "410100", "410100", null));
        assertThat(Route.of(ofCity, SupervisionKind.TALK, overdue).issuer()).isEqualTo("410000");
        assertThat(Route.of(ofCity, SupervisionKind.CIRCULAR, overdue).issuer()).isEqualTo("410000");
        // The office has handed on what the province assigned, and waits for the acknowledgement itself.
        assertThat(Route.of(handedOn(), SupervisionKind.PROMPT_LETTER, SupervisionCause.ACKNOWLEDGEMENT_OVERDUE))
                .isEqualTo(new Route("410100", "410100", "410100", "住建局"));
    }

    private static SupervisedIssue atWork() {
        return issue(IssueStatus.IN_RECTIFICATION, null, DEADLINE, 0);
    }

    private static SupervisedIssue issue(
            IssueStatus status, @Nullable LocalDate acknowledgeBy, LocalDate deadline, int returns) {
        return new SupervisedIssue(
                ISSUE,
                "ZG2021-410100-0001",
                "410100",
                "410100",
                status,
                Level.PROVINCE,
                false,
                "住建局",
                acknowledgeBy,
                deadline,
                returns);
    }

    private static SupervisedIssue assigned(Level by, String region, @Nullable String leadUnit) {
        return new SupervisedIssue(
                ISSUE,
                "ZG2021-410100-0001",
                "410100",
                region,
                IssueStatus.IN_RECTIFICATION,
                by,
                false,
                leadUnit,
                null,
                DEADLINE,
                0);
    }

    private static SupervisedIssue handedOn() {
        return new SupervisedIssue(
                ISSUE,
                "ZG2021-410100-0001",
                "410100",
                "410100",
                IssueStatus.ASSIGNED,
                Level.PROVINCE,
                true,
                "住建局",
                DEADLINE,
                LocalDate.of(2021, 12, 31),
                0);
    }

    private static Standing ofDeadline(SupervisionKind kind, SupervisionStatus status, String basis) {
        return new Standing(ISSUE, kind, status, SupervisionCause.DEADLINE_OVERDUE, basis, null);
    }
}
