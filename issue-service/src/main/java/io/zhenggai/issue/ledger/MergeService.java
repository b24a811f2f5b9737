package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.issue.ledger.IssueChanges.Done;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one issue of two 合并, two of one again 撤销合并, and several of what one source item named 拆分. */
@ApplicationScoped
class MergeService {

    private final IssueRepository issues;
    private final IssueChanges changes;
    private final IssueViews views;
    private final SourceItems sourceItems;
    private final RegistrationService registrations;
    private final Campaigns campaigns;
    private final Regions regions;
    private final Clock clock;

    MergeService(
            IssueRepository issues,
            IssueChanges changes,
            IssueViews views,
            SourceItems sourceItems,
            RegistrationService registrations,
            Campaigns campaigns,
            Regions regions,
            Clock clock) {
        this.issues = issues;
        this.changes = changes;
        this.views = views;
        this.sourceItems = sourceItems;
        this.registrations = registrations;
        this.campaigns = campaigns;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Two changes at once, by four statements more: those merged into the one that goes, and the source items of both. The source items stay
     * where they are, so that it can be undone.
     *
     * @return the issue that is merged now
     */
    @Transactional
    IssueView merge(Caller caller, String reference, @Nullable String ifMatch, Merge merge) {
        Issue named = named(caller, reference);
        Issue target =
                found(caller, merge.into()).orElseThrow(() -> Refusal.unprocessable("into", "没有这一问题", "no such issue"));
        Pair pair = lock(caller, named.id(), ifMatch, target.id());
        Issue merged = pair.merged();
        merged.refuseUnlessLegal(IssueMove.MERGE);
        refuseUnlessFit(pair);
        List<KeptSourceItem> items =
                new ArrayList<>(sourceItems.of(pair.target().id()));
        items.addAll(sourceItems.of(merged.id()));
        Act act = Act.of(caller, clock.instant(), merge.reason());
        Done going = changes.perform(
                merged, told(IssueAction.MERGE, act, "into", pair.target(), one -> one.mergeInto(pair.target())));
        AnswersOwed owed = AnswersOwed.of(items);
        Done staying = changes.perform(
                pair.target(), told(IssueAction.ABSORB, act, "issue", merged, one -> one.absorb(merged, owed)));
        changes.store(List.of(going, staying));
        return views.whole(merged, caller);
    }

    /**
     * Undoes it: the issue goes on where it stood.
     *
     * @return the issue that goes on by itself
     */
    @Transactional
    IssueView unmerge(Caller caller, String reference, @Nullable String ifMatch, Reason reason) {
        Issue found = named(caller, reference);
        UUID into = Optional.ofNullable(found.mergedInto())
                .orElseThrow(() -> IssueMove.UNMERGE.refusal(found.fields().status(), found.legalMoves()));
        Pair pair = lock(caller, found.id(), ifMatch, into);
        Issue merged = pair.merged();
        merged.refuseUnlessLegal(IssueMove.UNMERGE);
        List<KeptSourceItem> all = sourceItems.of(into);
        Map<Boolean, List<KeptSourceItem>> items = all.stream()
                .collect(Collectors.partitioningBy(item -> item.issueId().equals(merged.id())));
        AnswersOwed own = AnswersOwed.of(items.get(true));
        AnswersOwed others = AnswersOwed.of(items.get(false));
        Act act = Act.of(caller, clock.instant(), reason.reason());
        Done leaving =
                changes.perform(merged, told(IssueAction.UNMERGE, act, "from", pair.target(), one -> one.unmerge(own)));
        Done staying = changes.perform(
                pair.target(), told(IssueAction.RELEASE, act, "issue", merged, one -> one.release(merged, others)));
        changes.store(List.of(leaving, staying));
        return views.whole(merged, caller);
    }

    private static Doing told(IssueAction action, Act act, String as, Issue other, Consumer<Issue> intent) {
        Map<String, Object> told = Map.of(as, other.fields().ledgerNumber());
        return new Doing(action, act, told, told, intent);
    }

    /** The one that is or is to be merged, and the one that it is merged into. */
    private record Pair(Issue merged, Issue target) {}

    private Pair lock(Caller caller, UUID named, @Nullable String ifMatch, UUID into) {
        List<Issue> locked = issues.lock(caller.scope(), List.of(IssueReference.to(named), IssueReference.to(into)));
        Issue merged = one(locked, named);
        EntityTags.requireMatch(ifMatch, merged.version());
        return new Pair(merged, one(locked, into));
    }

    private static Issue one(List<Issue> locked, UUID id) {
        return locked.stream()
                .filter(issue -> issue.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("问题", "issue"));
    }

    private Issue named(Caller caller, String reference) {
        return found(caller, reference).orElseThrow(() -> Refusal.notFound("问题", "issue"));
    }

    private Optional<Issue> found(Caller caller, String reference) {
        return issues.find(caller.scope(), IssueReference.of(reference));
    }

    private void refuseUnlessFit(Pair pair) {
        if (pair.merged().id().equals(pair.target().id())) {
            throw Refusal.unprocessable("into", "不能与自身合并", "an issue is not merged into itself");
        }
        if (!pair.merged().isBeside(pair.target())) {
            throw Refusal.unprocessable(
                    "into", "只能合并同一整改行动、同一地区的问题", "only issues of one campaign and region are merged");
        }
        if (!issues.merged(pair.merged().id()).isEmpty()) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "已有问题并入该问题，请先撤销合并，或将另一问题并入该问题。",
                    "Others are merged into this one: undo that first, or merge the other one into it.");
        }
        pair.target().refuseUnlessLegal(IssueMove.ABSORB);
    }

    /**
     * A change with two statements more, the campaign and the source items, and five for each new issue.
     *
     * @throws Refusal 422 naming each region that cannot be; 409 when its source item is registered there already
     */
    @Transactional
    SplitIssue split(Caller caller, String reference, @Nullable String ifMatch, Split split) {
        Issue issue = changes.lock(caller, reference, ifMatch);
        issue.refuseUnlessLegal(IssueMove.SPLIT);
        Campaign campaign = campaigns.find(issue.campaignId()).orElseThrow();
        Registration rules = new Registration(regions, Optional.of(campaign), caller, BusinessTime.today(clock));
        SourceItem item = sourceItems.of(issue.id()).stream()
                .filter(kept -> kept.issueId().equals(issue.id()))
                .findFirst()
                .orElseThrow()
                .item();
        refuseUnlessFit(issue, item, split.regions(), rules);
        Act act = Act.of(caller, clock.instant());
        List<IssueView> created = new ArrayList<>();
        // In the order of the cities, as all who reserve numbers in several.
        for (String region : new TreeSet<>(split.regions())) {
            created.add(registrations.store(
                    caller, issue.likeThisIn(region, item), Origin.split(issue.id()), campaign.year()));
        }
        List<String> numbers =
                created.stream().map(view -> view.fields().ledgerNumber()).toList();
        Map<String, Object> told = Map.of("created", numbers);
        changes.store(List.of(changes.perform(issue, new Doing(IssueAction.SPLIT, act, told, told, Issue::split))));
        return new SplitIssue(views.whole(issue, caller), created);
    }

    private static void refuseUnlessFit(Issue issue, SourceItem item, List<String> wanted, Registration rules) {
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String field = "regions[" + i + "]";
            if (wanted.get(i).equals(issue.fields().region())) {
                broken.add(Violation.of(field, "该问题已在这一地区登记", "the region where it is registered already"));
            }
            rules.check(issue.likeThisIn(wanted.get(i), item)).stream()
                    .map(violation -> violation.field().equals("region")
                            ? new Violation(field, violation.row(), violation.message())
                            : violation)
                    .forEach(broken::add);
        }
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
    }
}
