package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.Arrivals;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an issue comes to its end, and what may follow it. */
@ApplicationScoped
class CloseOutService {

    private static final Words CARRIED_OVER = new Words("结转", "carried over into it");

    private final IssueChanges changes;
    private final IssueViews views;
    private final SourceItems sourceItems;
    private final Campaigns campaigns;
    private final Arrivals arrivals;
    private final Clock clock;

    CloseOutService(
            IssueChanges changes,
            IssueViews views,
            SourceItems sourceItems,
            Campaigns campaigns,
            Arrivals arrivals,
            Clock clock) {
        this.changes = changes;
        this.views = views;
        this.sourceItems = sourceItems;
        this.campaigns = campaigns;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Transactional
    IssueView requestCloseOut(Caller caller, String reference, @Nullable String ifMatch, CloseOutRequest request) {
        Act act = Act.of(caller, clock.instant());
        Doing doing = new Doing(
                IssueAction.REQUEST_CLOSE_OUT, act, issue -> issue.requestCloseOut(request, caller, act.at()));
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    @Transactional
    IssueView firstReview(Caller caller, String reference, @Nullable String ifMatch, Opinion opinion) {
        return views.whole(
                changes.change(reference, ifMatch, firstReview(reviewed(caller, opinion.opinion()))), caller);
    }

    @Transactional
    IssueView close(Caller caller, String reference, @Nullable String ifMatch, CloseOut closeOut) {
        return views.whole(
                changes.change(reference, ifMatch, close(reviewed(caller, closeOut.opinion()), closeOut)), caller);
    }

    @Transactional
    IssueView returnToRectification(Caller caller, String reference, @Nullable String ifMatch, Opinion opinion) {
        Doing doing = returnToRectification(reviewed(caller, opinion.opinion()));
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    Act reviewed(Caller caller, String opinion) {
        return Act.of(caller, clock.instant(), opinion);
    }

    Doing firstReview(Act act) {
        return new Doing(IssueAction.FIRST_REVIEW, act, issue -> issue.firstReview(act.by(), act.at()));
    }

    /** One statement when it is done, to see whether who complained was called back. */
    Doing close(Act act, CloseOut closeOut) {
        String explained = closeOut.dissatisfactionExplained();
        return new Doing(
                IssueAction.CLOSE,
                act,
                explained == null ? Map.of() : Map.of("dissatisfactionExplained", explained),
                Map.of(),
                issue -> {
                    issue.refuseUnlessClosable(act.by());
                    CallBackState.requireClosable(sourceItems.callBacks(issue.id()), explained != null);
                    issue.close(act.by(), act.at());
                });
    }

    /** One statement when it is done: whoever complained is called back anew. */
    Doing returnToRectification(Act act) {
        return new Doing(IssueAction.RETURN, act, issue -> {
            issue.returnToRectification(act.by());
            sourceItems.forgetCallBacks(issue.id());
        });
    }

    @Transactional
    IssueView revoke(Caller caller, String reference, @Nullable String ifMatch, Revocation revocation) {
        return views.whole(
                changes.change(reference, ifMatch, revoke(reviewed(caller, revocation.reason()), revocation, Map.of())),
                caller);
    }

    /**
     * One statement when it is done: whoever complained is called back anew.
     *
     * @param occasion what history and event tell beside the finding
     */
    Doing revoke(Act act, Revocation revocation, Map<String, Object> occasion) {
        Map<String, Object> told = new HashMap<>(occasion);
        told.put("finding", revocation.finding());
        return new Doing(IssueAction.REVOKE_CLOSE_OUT, act, told, told, issue -> {
            issue.refuseUnlessLegal(IssueMove.REVOKE_CLOSE_OUT);
            Days.requireWithinAYear("deadline", revocation.deadline(), BusinessTime.dateOf(act.at()));
            issue.revokeCloseOut(revocation.deadline());
            sourceItems.forgetCallBacks(issue.id());
        });
    }

    @Transactional
    IssueView reviewStage(Caller caller, String reference, @Nullable String ifMatch, StageReview review) {
        Act act = Act.of(caller, clock.instant(), review.opinion());
        Map<String, Object> outcome = Map.of("outcome", review.outcome());
        Doing doing = new Doing(IssueAction.REVIEW_STAGE, act, outcome, outcome, issue -> {
            issue.refuseUnlessLegal(IssueMove.REVIEW_STAGE);
            review.check(BusinessTime.dateOf(act.at()));
            issue.reviewStage(review, caller);
            if (review.outcome() == StageReview.StageOutcome.RESUME) {
                sourceItems.forgetCallBacks(issue.id());
            }
        });
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    /** Waits, before the transaction, until the campaign into which an issue is to be carried over has arrived, or has not in time. */
    void await(UUID campaignId) {
        arrivals.await(() -> campaigns.find(campaignId));
    }

    /** Two statements more, for the two campaigns. */
    @Transactional
    IssueView carryOver(Caller caller, String reference, @Nullable String ifMatch, CarryOver carryOver) {
        Act act = Act.of(caller, clock.instant());
        LocalDate today = BusinessTime.dateOf(act.at());
        Doing doing = new Doing(IssueAction.CARRY_OVER, act, issue -> {
            issue.refuseUnlessLegal(IssueMove.CARRY_OVER);
            Campaign old = campaigns.find(issue.campaignId()).orElseThrow();
            if (!old.isOver(today)) {
                throw new Refusal(
                        ProblemType.CONFLICT,
                        "该问题所属整改行动将于 " + old.ends() + " 结束，结束前不能结转。",
                        "Its campaign ends on " + old.ends() + "; nothing is carried over before.");
            }
            Campaign next = campaigns
                    .find(carryOver.campaignId())
                    .filter(found -> !found.id().equals(old.id()))
                    .orElseThrow(() -> Refusal.unprocessable(
                            "campaignId", "没有这一可结转到的整改行动", "no other campaign of this id is published"));
            issue.carryOver(next.id(), deadline(issue, carryOver, next, today));
        });
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    private static @Nullable LocalDate deadline(Issue issue, CarryOver carryOver, Campaign next, LocalDate today) {
        LocalDate deadline = carryOver.deadline();
        if (next.isOver(today)) {
            throw Refusal.unprocessable(
                    "campaignId", "该整改行动已于 " + next.ends() + " 结束，不能结转到其中", "that campaign ended on " + next.ends());
        }
        if (issue.deadline() == null) {
            if (deadline != null) {
                throw Refusal.unprocessable("deadline", "该问题尚未交办，不应填写整改时限", "the issue has no deadline yet");
            }
            return null;
        }
        LocalDate until = Optional.ofNullable(deadline)
                .orElseThrow(() -> Refusal.unprocessable("deadline", "请填写结转后的整改时限", "is required for this issue"));
        Days.requireWithin(next, until, today, today, CARRIED_OVER);
        return until;
    }
}
