package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands issues down: from who registered them to who rectifies them. */
@ApplicationScoped
class HandDownService {

    private static final Words ASSIGNED = new Words("交办", "assigned");

    private final IssueChanges changes;
    private final IssueViews views;
    private final Campaigns campaigns;
    private final WorkingCalendar calendar;
    private final Clock clock;

    HandDownService(
            IssueChanges changes, IssueViews views, Campaigns campaigns, WorkingCalendar calendar, Clock clock) {
        this.changes = changes;
        this.views = views;
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional
    IssueView assign(Caller caller, String reference, @Nullable String ifMatch, Assignment assignment) {
        Act act = Act.of(caller, clock.instant());
        Doing doing = new Doing(IssueAction.ASSIGN, act, issue -> assign(issue, assignment, act, this::campaign));
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    /** One statement. */
    Campaign campaign(UUID id) {
        return campaigns.find(id).orElseThrow();
    }

    /**
     * Assigns an issue that is locked.
     *
     * @param campaignOf finds its campaign; asked once
     */
    void assign(Issue issue, Assignment assignment, Act act, Function<UUID, Campaign> campaignOf) {
        LocalDate today = BusinessTime.dateOf(act.at());
        Campaign campaign = campaignOf.apply(issue.campaignId());
        // The move first: what cannot be assigned at all is not told about days.
        issue.refuseUnlessLegal(IssueMove.ASSIGN);
        LocalDate acknowledgeBy = assignment.acknowledgeBy(today, calendar);
        Days.requireWithin(campaign, assignment.deadline(), today, today, ASSIGNED);
        issue.assign(assignment, act.by(), acknowledgeBy, act.at());
    }

    @Transactional
    IssueView reject(Caller caller, String reference, @Nullable String ifMatch, Reason reason) {
        Act act = Act.of(caller, clock.instant(), reason.reason());
        Doing doing = new Doing(IssueAction.REJECT, act, issue -> issue.reject(caller));
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    @Transactional
    IssueView acknowledge(Caller caller, String reference, @Nullable String ifMatch) {
        Act act = Act.of(caller, clock.instant());
        Doing doing = new Doing(IssueAction.ACKNOWLEDGE, act, issue -> issue.acknowledge(caller, act.at()));
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    @Transactional
    IssueView allot(Caller caller, String reference, @Nullable String ifMatch, Allotment allotment) {
        Act act = Act.of(caller, clock.instant());
        LocalDate today = BusinessTime.dateOf(act.at());
        Doing doing = new Doing(IssueAction.ALLOT, act, issue -> {
            issue.refuseUnlessLegal(IssueMove.ALLOT);
            LocalDate deadline = Optional.ofNullable(issue.deadline()).orElseThrow();
            LocalDate acknowledgeBy =
                    AcknowledgementLimit.of(allotment.acknowledgeWithinWorkingDays(), today, deadline, calendar);
            issue.allot(allotment, caller, acknowledgeBy, act.at());
        });
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }
}
