package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.issue.ledger.IssueChanges.Done;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
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
     * Two changes at once, by four statements more than one: those merged into the one that goes, the source items of both, and the other
     * update. The source items stay where they are, so that it can be undone.
     *
     * @return the issue that is merged now
     */
    @Transactional
    IssueView merge(Caller caller, String reference, @Nullable String ifMatch, Merge merge) {
        Pair pair = lock(caller, IssueReference.of(reference), ifMatch, IssueReference.of(merge.into()));
        Issue merged = pair.merged();
        merged.refuseUnlessLegal(IssueMove.MERGE);
        refuseUnlessFit(pair, caller);
        List<KeptSourceItem> items =
                new ArrayList<>(sourceItems.of(pair.target().id()));
        items.addAll(sourceItems.of(merged.id()));
        if (items.size() > SourceItemService.MOST_ITEMS) {
            throw Refusal.unprocessable(
                    "into",
                    "合并后来源超过 " + SourceItemService.MOST_ITEMS + " 个，不能合并",
                    "together they have more than " + SourceItemService.MOST_ITEMS + " source items");
        }
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
        IssueReference named = IssueReference.of(reference);
        Optional<UUID> mergedInto = issues.mergedInto(caller.scope(), named);
        Pair pair =
                lock(caller, named, ifMatch, mergedInto.map(IssueReference::to).orElse(named));
        Issue merged = pair.merged();
        merged.refuseUnlessLegal(IssueMove.UNMERGE);
        if (!merged.isMergedInto(pair.target())) {
            throw new Refusal(ProblemType.STALE_VERSION);
        }
        pair.target().refuseUnlessSparing(merged);
        List<KeptSourceItem> all = sourceItems.of(pair.target().id());
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
        // Of what is rectified by itself from here on.
        sourceItems.forgetCallBacks(merged.id());
        return views.whole(merged, caller);
    }

    private static Doing told(IssueAction action, Act act, String as, Issue other, Consumer<Issue> intent) {
        Map<String, Object> told = Map.of(as, other.fields().ledgerNumber());
        return new Doing(action, act, told, told, intent);
    }

    /** The one that is or is to be merged, and the one that it is merged into. */
    private record Pair(Issue merged, Issue target) {}

    /** Both at once: what was read before it is locked may have changed since. */
    private Pair lock(Caller caller, IssueReference named, @Nullable String ifMatch, IssueReference into) {
        List<Issue> locked = issues.lock(caller.scope(), List.of(named, into));
        Issue merged = one(locked, named).orElseThrow(IssueReference::unknown);
        EntityTags.requireMatch(ifMatch, merged.version());
        return new Pair(
                merged, one(locked, into).orElseThrow(() -> Refusal.unprocessable("into", "没有这一问题", "no such issue")));
    }

    private static Optional<Issue> one(List<Issue> locked, IssueReference reference) {
        return locked.stream().filter(issue -> issue.isMeantBy(reference)).findFirst();
    }

    private void refuseUnlessFit(Pair pair, Caller merging) {
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
        if (merging.role() != Role.PROVINCE && pair.target().isHeldMoreLooselyThan(pair.merged())) {
            throw Refusal.unprocessable(
                    "into",
                    "不得将要求较严的问题并入验收、交办层级较低或时限较晚的问题，请反向合并或报省工改办办理",
                    "an issue is not merged into one that a lower level verifies or assigned, or that is due later; merge the other way,"
                            + " or ask the province");
        }
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
        SourceItem item = toSplit(issue, split);
        refuseUnlessFit(issue, item, split.regions(), rules);
        Act act = Act.of(caller, clock.instant());
        List<RegistrationService.Stored> created = new ArrayList<>();
        // In the order of the cities, as all who reserve numbers in several.
        for (String region : new TreeSet<>(split.regions())) {
            created.add(registrations.store(
                    caller, issue.likeThisIn(region, item), Origin.split(issue.fields()), campaign.year()));
        }
        List<String> numbers = created.stream()
                .map(stored -> stored.issue().fields().ledgerNumber())
                .toList();
        Map<String, Object> told = Map.of("created", numbers);
        changes.store(List.of(changes.perform(issue, new Doing(IssueAction.SPLIT, act, told, told, Issue::split))));
        // Behind all that is locked: what is shown of the new ones may have been sent by somebody else.
        List<IssueView> shown = created.stream()
                .map(stored -> views.whole(stored.issue(), stored.items(), caller))
                .toList();
        return new SplitIssue(views.whole(issue, caller), shown);
    }

    /** The one that is named, or the one that it was registered with. */
    private SourceItem toSplit(Issue issue, Split split) {
        UUID named = split.sourceItemId();
        return sourceItems.of(issue.id()).stream()
                .filter(kept -> named == null
                        ? kept.issueId().equals(issue.id())
                        : kept.id().equals(named))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable("sourceItemId", "该问题没有这一来源条目", "no source item of this issue"))
                .item();
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
