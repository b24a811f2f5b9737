package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a new issue to where it stood in the ledger that it is taken over from. Of what was done before only the day is known: its moment is
 * the beginning of that day. What nobody has written down, such as when it was acknowledged, stays unknown.
 */
final class TakenOver {

    private TakenOver() {}

    /**
     * Since only the province takes over, it counts as who has assigned it: it may decide everything, and verifies by the source's default.
     *
     * @param issue not stored yet
     * @param from what keeps {@link TakeOverRules}
     * @param at the moment of the take-over, since when what is open is owed here
     */
    static void apply(Issue issue, TakeOver from, Instant at, WorkingCalendar calendar) {
        IssueFields before = issue.fields();
        LocalDate today = BusinessTime.dateOf(at);
        issue.registeredAt = from.registeredAtTheLatest()
                .filter(day -> day.isBefore(today))
                .map(TakenOver::begins)
                .orElse(at);
        issue.causeAnalysis = from.causeAnalysis();
        issue.rectificationGoal = from.rectificationGoal();
        issue.leadUnit = from.leadUnit();
        issue.cooperatingUnits = new ArrayList<>(from.cooperatingUnits());
        issue.responsiblePerson = from.responsiblePerson();
        issue.progress = from.progress();
        issue.progressAt = from.progress() == null ? null : at;
        issue.result = from.result();
        issue.lastingMechanism = from.lastingMechanism();
        if (from.status() != IssueStatus.REGISTERED) {
            assigned(issue, from, at, today, calendar);
        }
        if (from.status() == IssueStatus.CLOSED) {
            issue.closedAt = notBefore(issue.assignedAt, from.closedOn(), at, today);
            issue.verifiedBy = from.verifiedBy();
        }
        issue.become(from.status());
        issue.noteSince(before, at);
    }

    private static void assigned(Issue issue, TakeOver from, Instant at, LocalDate today, WorkingCalendar calendar) {
        LocalDate deadline = Optional.ofNullable(from.deadline()).orElseThrow();
        issue.assignedAt = notBefore(issue.registeredAt, from.assignedOn(), at, today);
        issue.assignedBy = Level.PROVINCE;
        issue.verifier = issue.source.defaultVerifier(Role.PROVINCE);
        issue.deadline = deadline;
        issue.deadlineSetBy = Level.PROVINCE;
        // Nobody could acknowledge it here before.
        issue.acknowledgeBy =
                from.status() == IssueStatus.ASSIGNED ? AcknowledgementLimit.of(null, today, deadline, calendar) : null;
    }

    /** What was done on the day of the take-over was done by its moment, not at midnight, when it may not have been registered yet. */
    private static Instant notBefore(@Nullable Instant earlier, @Nullable LocalDate day, Instant at, LocalDate today) {
        LocalDate known = Optional.ofNullable(day).orElseThrow();
        Instant moment = known.isBefore(today) ? begins(known) : at;
        return earlier != null && moment.isBefore(earlier) ? earlier : moment;
    }

    private static Instant begins(LocalDate day) {
        return BusinessTime.at(day, LocalTime.MIN);
    }
}
