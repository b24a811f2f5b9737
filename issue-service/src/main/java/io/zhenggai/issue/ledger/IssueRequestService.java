package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What who handles an issue asks for, and how a level above decides: extension 延期, reassignment 改派, long-term 长期坚持. Each is a change of
 * the issue, by one statement more for the request, and another one to find it where it is decided.
 */
@ApplicationScoped
class IssueRequestService {

    private static final Words EXTENDED = new Words("延期", "extended");

    private final IssueRepository issues;
    private final IssueRequests requests;
    private final IssueChanges changes;
    private final IssueViews views;
    private final Campaigns campaigns;
    private final Ids ids;
    private final Clock clock;

    IssueRequestService(
            IssueRepository issues,
            IssueRequests requests,
            IssueChanges changes,
            IssueViews views,
            Campaigns campaigns,
            Ids ids,
            Clock clock) {
        this.issues = issues;
        this.requests = requests;
        this.changes = changes;
        this.views = views;
        this.campaigns = campaigns;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    List<IssueRequest> of(Caller caller, String reference) {
        Issue issue = issues.find(caller.scope(), IssueReference.of(reference)).orElseThrow(IssueReference::unknown);
        return requests.of(issue.id());
    }

    @Transactional
    IssueView askForExtension(Caller caller, String reference, @Nullable String ifMatch, ExtensionRequest asked) {
        LocalDate today = BusinessTime.today(clock);
        return ask(
                caller,
                reference,
                ifMatch,
                new Draft(RequestKind.EXTENSION, asked.reason(), asked.deadline(), null, null, null),
                issue -> requireExtensible(issue, asked.deadline(), today));
    }

    private void requireExtensible(Issue issue, LocalDate later, LocalDate today) {
        LocalDate deadline = Optional.ofNullable(issue.deadline()).orElseThrow();
        if (deadline.isBefore(today)) {
            throw Refusal.unprocessable(
                    "deadline",
                    "整改时限（" + deadline + "）已过，不能再申请延期",
                    "an extension is asked for before the deadline, which was " + deadline);
        }
        requireLater(issue, later, today);
    }

    /** Beyond the campaign goes only what lies beyond it already. */
    private void requireLater(Issue issue, LocalDate later, LocalDate today) {
        LocalDate deadline = Optional.ofNullable(issue.deadline()).orElseThrow();
        Campaign campaign = campaigns.find(issue.campaignId()).orElseThrow();
        LocalDate first = deadline.isBefore(today) ? today : deadline.plusDays(1);
        if (deadline.isAfter(campaign.ends())) {
            Days.requireBetween("deadline", later, first, today.plusYears(1));
        } else if (deadline.equals(campaign.ends())) {
            throw Refusal.unprocessable(
                    "deadline",
                    "整改时限已是整改行动最后一天（" + deadline + "），不能延期；未销号的可在整改行动结束后结转",
                    "the deadline is the campaign's last day, " + deadline
                            + "; what is not closed by then may be carried over");
        } else {
            Days.requireWithin(campaign, later, first, today, EXTENDED);
        }
    }

    @Transactional
    IssueView askForReassignment(Caller caller, String reference, @Nullable String ifMatch, ReassignmentRequest asked) {
        return ask(
                caller,
                reference,
                ifMatch,
                new Draft(RequestKind.REASSIGNMENT, asked.reason(), null, asked.suggestedUnit(), null, null),
                issue -> {});
    }

    @Transactional
    IssueView askForLongTerm(Caller caller, String reference, @Nullable String ifMatch, LongTermRequest asked) {
        LocalDate today = BusinessTime.today(clock);
        return ask(
                caller,
                reference,
                ifMatch,
                new Draft(RequestKind.LONG_TERM, asked.reason(), null, null, asked.stageGoal(), asked.stageReviewOn()),
                issue -> Days.requireSoonAfter("stageReviewOn", asked.stageReviewOn(), today));
    }

    /** What is asked for, before anybody has taken note of it. */
    private record Draft(
            RequestKind kind,
            String reason,
            @Nullable LocalDate deadline,
            @Nullable String suggestedUnit,
            @Nullable String stageGoal,
            @Nullable LocalDate stageReviewOn) {

        IssueRequest asked(UUID id, Level decidedBy, Act act) {
            return new IssueRequest(
                    id,
                    kind,
                    RequestState.PENDING,
                    decidedBy,
                    reason,
                    deadline,
                    suggestedUnit,
                    stageGoal,
                    stageReviewOn,
                    act.at(),
                    act.by().name(),
                    null,
                    null,
                    null);
        }
    }

    private IssueView ask(
            Caller caller, String reference, @Nullable String ifMatch, Draft draft, Consumer<Issue> rule) {
        UUID id = ids.next();
        Act act = Act.of(caller, clock.instant(), draft.reason());
        Map<String, Object> told = Map.of("requestId", id, "kind", draft.kind());
        Map<String, Object> details = new HashMap<>(told);
        details.put("request", draft);
        Doing doing = new Doing(IssueAction.ASK, act, details, told, issue -> {
            issue.refuseUnlessLegal(draft.kind().asking());
            rule.accept(issue);
            Level decidedBy = issue.ask(draft.kind(), caller);
            requests.add(issue.id(), draft.asked(id, decidedBy, act), caller);
        });
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    @Transactional
    IssueView grant(Caller caller, String reference, @Nullable String ifMatch, UUID id, Opinion opinion) {
        Issue issue = changes.lock(caller, reference, ifMatch);
        IssueRequests.Stored stored = pending(issue, id);
        IssueRequest request = stored.request();
        refuseUnlessDecides(caller, issue, stored);
        Act act = Act.of(caller, clock.instant(), opinion.opinion());
        Map<String, Object> told = Map.of("requestId", id);
        LocalDate today = BusinessTime.dateOf(act.at());
        Doing doing = new Doing(granted(request.kind()), act, told, told, one -> {
            one.refuseUnlessLegal(request.kind().granting());
            requireStillPossible(one, request, today);
            grant(one, request, Level.assigning(caller.role()));
        });
        changes.store(List.of(changes.perform(issue, doing)));
        requests.settle(issue.id(), id, RequestState.GRANTED, caller, opinion.opinion(), act.at());
        return views.whole(issue, caller);
    }

    /** Days pass while a request is pending, and the deadline may have moved. */
    private void requireStillPossible(Issue issue, IssueRequest request, LocalDate today) {
        Optional.ofNullable(request.deadline()).ifPresent(later -> requireLater(issue, later, today));
        Optional.ofNullable(request.stageReviewOn())
                .ifPresent(day -> Days.requireSoonAfter("stageReviewOn", day, today));
    }

    private static IssueAction granted(RequestKind kind) {
        return switch (kind) {
            case EXTENSION -> IssueAction.EXTEND;
            case REASSIGNMENT -> IssueAction.REASSIGN;
            case LONG_TERM -> IssueAction.MAKE_LONG_TERM;
        };
    }

    private static void grant(Issue issue, IssueRequest request, Level granting) {
        switch (request.kind()) {
            case EXTENSION ->
                issue.extend(Optional.ofNullable(request.deadline()).orElseThrow(), granting);
            case REASSIGNMENT -> issue.reassign();
            case LONG_TERM ->
                issue.makeLongTerm(
                        Optional.ofNullable(request.stageGoal()).orElseThrow(),
                        Optional.ofNullable(request.stageReviewOn()).orElseThrow());
        }
    }

    @Transactional
    IssueView refuse(Caller caller, String reference, @Nullable String ifMatch, UUID id, Opinion opinion) {
        Issue issue = changes.lock(caller, reference, ifMatch);
        IssueRequests.Stored stored = pending(issue, id);
        refuseUnlessDecides(caller, issue, stored);
        Act act = Act.of(caller, clock.instant(), opinion.opinion());
        return settle(issue, stored.request(), IssueAction.REFUSE, RequestState.REFUSED, act);
    }

    @Transactional
    IssueView withdraw(Caller caller, String reference, @Nullable String ifMatch, UUID id) {
        Issue issue = changes.lock(caller, reference, ifMatch);
        IssueRequests.Stored stored = pending(issue, id);
        if (!caller.person().equals(stored.askedByPerson())) {
            throw new Refusal(ProblemType.FORBIDDEN, "申请只能由申请人本人撤回。", "Only who asked withdraws a request.");
        }
        Act act = Act.of(caller, clock.instant());
        return settle(issue, stored.request(), IssueAction.WITHDRAW, RequestState.WITHDRAWN, act);
    }

    private IssueView settle(Issue issue, IssueRequest request, IssueAction action, RequestState state, Act act) {
        Map<String, Object> told = Map.of("requestId", request.id());
        Doing doing = new Doing(action, act, told, told, one -> one.decided(request.kind()));
        changes.store(List.of(changes.perform(issue, doing)));
        requests.settle(issue.id(), request.id(), state, act.by(), act.reason().orElse(null), act.at());
        return views.whole(issue, act.by());
    }

    private IssueRequests.Stored pending(Issue issue, UUID id) {
        IssueRequests.Stored stored =
                requests.find(issue.id(), id).orElseThrow(() -> Refusal.notFound("申请", "request"));
        if (stored.request().state() != RequestState.PENDING) {
            throw Refusal.illegalTransition(
                    "该申请已办结。",
                    "The request is settled already.",
                    stored.request().state(),
                    List.of());
        }
        return stored;
    }

    /** The province decides on everything, and alone where the office's own host is the responsible unit. */
    private static void refuseUnlessDecides(Caller caller, Issue issue, IssueRequests.Stored stored) {
        Level level =
                issue.isHostsOwn(caller) ? Level.PROVINCE : stored.request().decidedBy();
        if (caller.role() != level.role() && caller.role() != Role.PROVINCE) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    "该申请由" + level.chinese() + "工改办审批。",
                    "This request is for the " + level.role().claim() + " to decide.");
        }
        if (caller.person().equals(stored.askedByPerson())) {
            throw new Refusal(ProblemType.FORBIDDEN, "不得审批本人提出的申请。", "Nobody decides their own request.");
        }
    }
}
