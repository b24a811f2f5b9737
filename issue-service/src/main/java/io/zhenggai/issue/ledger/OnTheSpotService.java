package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.issue.ledger.RegistrationService.Stored;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** 立行立改: what was put right when it was found goes its whole way to the request of the close-out in one transaction. */
@ApplicationScoped
public class OnTheSpotService {

    private static final String REASON = "立行立改";

    private final RegistrationService registrations;
    private final IssueRepository issues;
    private final IssueChanges changes;
    private final IssueViews views;
    private final WorkingCalendar calendar;
    private final Clock clock;

    OnTheSpotService(
            RegistrationService registrations,
            IssueRepository issues,
            IssueChanges changes,
            IssueViews views,
            WorkingCalendar calendar,
            Clock clock) {
        this.registrations = registrations;
        this.issues = issues;
        this.changes = changes;
        this.views = views;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Registers an issue and takes it, step by step, to where its close-out is requested; each step with its history entry, its event and a
     * version of its own, as if it had been called by itself. Two statements for each step beside those of a registration, and two more.
     *
     * @param caller who registers and handles it; becomes the one who may not verify it
     * @param rules of the caller and the issue's campaign
     * @param evidence that is recorded in the same transaction, at least one piece
     * @return the issue, as it is shown to who has sent it
     * @throws Refusal 422 naming every rule that is broken, as {@code issue.…} and {@code causeAnalysis.…}; 409 when the source item is registered
     *     already
     */
    @Transactional
    public IssueView register(
            Caller caller,
            Registration rules,
            NewIssue from,
            CauseAnalysis cause,
            CloseOutRequest closeOut,
            List<PieceOfEvidence> evidence) {
        List<Violation> broken = OnTheSpotRules.check(caller, rules.check(from), from, cause);
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        Campaign campaign = rules.campaign().orElseThrow();
        Act act = Act.of(caller, clock.instant(), REASON);
        Stored stored = registrations.store(caller, from, registrations.origin(caller, from), campaign.year());
        Issue issue = issues.lock(
                        caller.scope(), IssueReference.to(stored.issue().id()))
                .orElseThrow();
        changes.inSteps(issue, steps(act, campaign, cause, closeOut, evidence));
        return views.toSender(issue, stored.items(), caller);
    }

    /** The deadline is the one by which what is handed down is acknowledged: whoever verifies has until then before it is overdue. */
    private List<Doing> steps(
            Act act, Campaign campaign, CauseAnalysis cause, CloseOutRequest closeOut, List<PieceOfEvidence> evidence) {
        LocalDate deadline = AcknowledgementLimit.of(null, BusinessTime.dateOf(act.at()), campaign.ends(), calendar);
        Assignment assignment = new Assignment(deadline, null, null, cause.leadUnit());
        List<Doing> steps = new ArrayList<>();
        steps.add(new Doing(IssueAction.ASSIGN, act, issue -> issue.assign(assignment, act.by(), deadline, act.at())));
        steps.add(new Doing(IssueAction.ACKNOWLEDGE, act, issue -> issue.acknowledge(act.by(), act.at())));
        steps.add(new Doing(IssueAction.ANALYSE_CAUSE, act, issue -> issue.analyseCause(cause, act.by())));
        steps.add(new Doing(IssueAction.RECTIFY, act, issue -> issue.rectify(act.by())));
        evidence.forEach(piece -> steps.add(IssueService.addition(piece, act)));
        steps.add(new Doing(
                IssueAction.REQUEST_CLOSE_OUT, act, issue -> issue.requestCloseOut(closeOut, act.by(), act.at())));
        return steps;
    }
}
