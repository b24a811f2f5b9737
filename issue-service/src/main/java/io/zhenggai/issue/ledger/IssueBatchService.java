package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.issue.ledger.IssueChanges.Done;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.Item;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Does the same to many issues in one transaction: what is refused of one changes nothing of it and nothing of the others. Three statements
 * for all (lock, outbox, history), one for each campaign, and one or two for each issue: its update, and what its close-out asks for.
 */
@ApplicationScoped
class IssueBatchService {

    private final IssueRepository issues;
    private final IssueChanges changes;
    private final HandDownService handDown;
    private final CloseOutService closeOut;
    private final IssueViews views;
    private final Clock clock;

    IssueBatchService(
            IssueRepository issues,
            IssueChanges changes,
            HandDownService handDown,
            CloseOutService closeOut,
            IssueViews views,
            Clock clock) {
        this.issues = issues;
        this.changes = changes;
        this.handDown = handDown;
        this.closeOut = closeOut;
        this.views = views;
        this.clock = clock;
    }

    /**
     * What became of one item.
     *
     * @param reference as it was given, where it could be read
     * @param issue as it is now; or else there is a refusal
     */
    record Outcome(Optional<String> reference, Optional<IssueView> issue, Optional<Refusal> refusal) {}

    @Transactional
    List<Outcome> assign(Caller caller, List<Item<BatchAssignment>> items) {
        Act act = Act.of(caller, clock.instant());
        Map<UUID, Campaign> known = new HashMap<>();
        Function<UUID, Campaign> campaignOf = id -> known.computeIfAbsent(id, handDown::campaign);
        return doAll(
                caller,
                items,
                item -> new Doing(
                        IssueAction.ASSIGN, act, issue -> handDown.assign(issue, item.assignment(), act, campaignOf)));
    }

    @Transactional
    List<Outcome> verify(Caller caller, List<Item<BatchVerification>> items) {
        return doAll(caller, items, item -> {
            Act act = closeOut.reviewed(caller, item.opinion());
            return switch (item.decision()) {
                case FIRST_REVIEW -> closeOut.firstReview(act);
                case CLOSE -> closeOut.close(act, new CloseOut(item.opinion(), item.dissatisfactionExplained()));
                case RETURN -> closeOut.returnToRectification(act);
            };
        });
    }

    private <T extends BatchItem> List<Outcome> doAll(Caller caller, List<Item<T>> items, Function<T, Doing> doing) {
        Map<IssueReference, Issue> locked = locked(
                caller, items.stream().flatMap(item -> item.value().stream()).toList());
        Set<UUID> seen = new HashSet<>();
        List<Done> all = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        for (Item<T> each : items) {
            if (each.value().isEmpty()) {
                attempts.add(new Attempt(Optional.empty(), Optional.empty(), each.refusal()));
                continue;
            }
            T item = each.value().get();
            Optional<String> reference = Optional.of(item.reference());
            try {
                Done done = changes.perform(toBeDone(item, locked, seen), doing.apply(item));
                all.add(done);
                attempts.add(new Attempt(reference, Optional.of(done.issue()), Optional.empty()));
            } catch (Refusal refusal) {
                attempts.add(new Attempt(reference, Optional.empty(), Optional.of(refusal)));
            }
        }
        if (!all.isEmpty()) {
            changes.store(all);
        }
        LocalDate today = BusinessTime.today(clock);
        return attempts.stream()
                .map(attempt -> new Outcome(
                        attempt.reference(), attempt.issue().map(issue -> views.row(issue, today)), attempt.refusal()))
                .toList();
    }

    /** What was done or refused, before all is stored. */
    private record Attempt(Optional<String> reference, Optional<Issue> issue, Optional<Refusal> refusal) {}

    /** By both of its references, since the caller may name it by either. */
    private Map<IssueReference, Issue> locked(Caller caller, List<? extends BatchItem> items) {
        List<IssueReference> references =
                items.stream().map(item -> IssueReference.of(item.reference())).toList();
        Map<IssueReference, Issue> locked = new HashMap<>();
        issues.lock(caller.scope(), references).forEach(issue -> {
            locked.put(IssueReference.to(issue.id()), issue);
            locked.put(IssueReference.of(issue.fields().ledgerNumber()), issue);
        });
        return locked;
    }

    private static Issue toBeDone(BatchItem item, Map<IssueReference, Issue> locked, Set<UUID> seen) {
        Issue issue = Optional.ofNullable(locked.get(IssueReference.of(item.reference())))
                .orElseThrow(IssueReference::unknown);
        if (!seen.add(issue.id())) {
            throw new Refusal(ProblemType.CONFLICT, "同一问题在本次请求中重复出现。", "The issue is named before in this request.");
        }
        EntityTags.requireMatch("\"" + item.version() + "\"", issue.version());
        return issue;
    }
}
