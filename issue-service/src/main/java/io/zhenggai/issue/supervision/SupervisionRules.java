package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.IssueStatus;
import io.zhenggai.issue.ledger.SupervisedIssue;
import io.zhenggai.kit.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When which step of the ladder is proposed (docs/decisions/0018). Days are working days behind the day that was missed: the first is 1.
 *
 * <ul>
 *   <li>提示函 on day 1 after the deadline or the acknowledgement limit,
 *   <li>督办单 on day 5 after the deadline,
 *   <li>约谈 on day 1 after a slip's reply-by date without a reply, and after every three returns,
 *   <li>通报 on day 10 after the deadline, and on day 1 after a talk's reply-by date without a reply.
 * </ul>
 *
 * Of a deadline the highest step that is reached is proposed, and the lower ones lapse. What waits for a review is not proposed on, for the
 * delay is the reviewer's then, but what is proposed already stays: a request for close-out that comes to nothing is no way out.
 */
final class SupervisionRules {

    /** Working days after the deadline. */
    private static final int SLIP_AFTER = 5;

    private static final int CIRCULAR_AFTER = 10;

    /** A talk for every so many returns. */
    private static final int RETURNS = 3;

    private static final Set<IssueStatus> AT_WORK =
            EnumSet.of(IssueStatus.ASSIGNED, IssueStatus.ACKNOWLEDGED, IssueStatus.IN_RECTIFICATION);
    private static final Set<IssueStatus> REVIEWED =
            EnumSet.of(IssueStatus.CLOSE_OUT_REQUESTED, IssueStatus.FIRST_REVIEWED);

    private final WorkingCalendar calendar;

    SupervisionRules(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * @param standing everything about this issue, whatever became of it: what was proposed once is not proposed again
     * @return what is to be proposed today
     */
    List<Step> due(SupervisedIssue issue, List<Standing> standing, LocalDate today) {
        List<Step> steps = new ArrayList<>();
        if (AT_WORK.contains(issue.status())) {
            Optional<Step> deadline = ofDeadline(issue, today);
            deadline.or(() -> ofAcknowledgement(issue, today)).ifPresent(steps::add);
        }
        if (isGoingOn(issue)) {
            if (issue.returns() >= RETURNS) {
                steps.add(new Step(SupervisionKind.TALK, SupervisionCause.RETURNED_REPEATEDLY, returnsOf(issue), null));
            }
            standing.forEach(letter -> ofUnreplied(letter, today).ifPresent(steps::add));
        }
        return steps.stream()
                .filter(step -> standing.stream().noneMatch(known -> known.isOf(step)))
                // One of a kind is enough to decide on at a time.
                .filter(step -> standing.stream()
                        .noneMatch(known -> known.kind() == step.kind()
                                && known.status() == SupervisionStatus.PROPOSED
                                && !lapses(known, issue, standing, today)))
                .toList();
    }

    /**
     * @param proposed by rule about this issue, and not decided on yet
     * @return whether its ground is gone: the issue is over or long-term, the day was moved, the reply has come, a higher step has been reached
     */
    boolean lapses(Standing proposed, SupervisedIssue issue, List<Standing> standing, LocalDate today) {
        SupervisionCause cause = proposed.cause();
        if (cause == null) {
            return false;
        }
        if (!isGoingOn(issue)) {
            return true;
        }
        return switch (cause) {
            case DEADLINE_OVERDUE ->
                !basis(issue.deadline()).equals(proposed.basis())
                        || ofDeadline(issue, today)
                                .filter(step -> step.kind() == proposed.kind())
                                .isEmpty();
            case ACKNOWLEDGEMENT_OVERDUE ->
                issue.status() != IssueStatus.ASSIGNED
                        || !basis(issue.acknowledgeBy()).equals(proposed.basis())
                        || ofDeadline(issue, today).isPresent();
            case RETURNED_REPEATEDLY -> !returnsOf(issue).equals(proposed.basis());
            case NOT_REPLIED ->
                standing.stream()
                        .noneMatch(letter -> letter.id().toString().equals(proposed.basis())
                                && ofUnreplied(letter, today).isPresent());
        };
    }

    private static boolean isGoingOn(SupervisedIssue issue) {
        return AT_WORK.contains(issue.status()) || REVIEWED.contains(issue.status());
    }

    private Optional<Step> ofDeadline(SupervisedIssue issue, LocalDate today) {
        LocalDate deadline = issue.deadline();
        int days = daysBehind(deadline, today);
        if (deadline == null || days < 1) {
            return Optional.empty();
        }
        SupervisionKind kind = days >= CIRCULAR_AFTER
                ? SupervisionKind.CIRCULAR
                : days >= SLIP_AFTER ? SupervisionKind.SUPERVISION_SLIP : SupervisionKind.PROMPT_LETTER;
        return Optional.of(new Step(kind, SupervisionCause.DEADLINE_OVERDUE, basis(deadline), deadline));
    }

    private Optional<Step> ofAcknowledgement(SupervisedIssue issue, LocalDate today) {
        LocalDate limit = issue.acknowledgeBy();
        return issue.status() == IssueStatus.ASSIGNED && limit != null && daysBehind(limit, today) >= 1
                ? Optional.of(new Step(
                        SupervisionKind.PROMPT_LETTER, SupervisionCause.ACKNOWLEDGEMENT_OVERDUE, basis(limit), limit))
                : Optional.empty();
    }

    private Optional<Step> ofUnreplied(Standing letter, LocalDate today) {
        LocalDate owedSince = letter.owedSince();
        if (owedSince == null || daysBehind(owedSince, today) < 1) {
            return Optional.empty();
        }
        String basis = letter.id().toString();
        return switch (letter.kind()) {
            case SUPERVISION_SLIP ->
                Optional.of(new Step(SupervisionKind.TALK, SupervisionCause.NOT_REPLIED, basis, owedSince));
            case TALK ->
                Optional.of(new Step(SupervisionKind.CIRCULAR, SupervisionCause.NOT_REPLIED, basis, owedSince));
            case PROMPT_LETTER, CIRCULAR -> Optional.empty();
        };
    }

    private int daysBehind(@Nullable LocalDate limit, LocalDate today) {
        return limit == null || !limit.isBefore(today) ? 0 : calendar.workingDaysBetween(limit, today);
    }

    private static String returnsOf(SupervisedIssue issue) {
        return Integer.toString(issue.returns() - issue.returns() % RETURNS);
    }

    private static String basis(@Nullable LocalDate day) {
        return String.valueOf(day);
    }
}
