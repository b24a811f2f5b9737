package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.issue.search.Folded;
import io.zhenggai.issue.search.IssueTexts;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where else an issue was found, and what those who told of it were answered. */
@ApplicationScoped
class SourceItemService {

    /** Of an issue, together with those of the issues that are merged into it. */
    static final int MOST_ITEMS = 50;

    private final IssueChanges changes;
    private final IssueViews views;
    private final SourceItems sourceItems;
    private final RegistrationService registrations;
    private final Campaigns campaigns;
    private final Regions regions;
    private final KeyedDigest digest;
    private final Clock clock;
    private final IssueTexts texts;

    SourceItemService(
            IssueChanges changes,
            IssueViews views,
            SourceItems sourceItems,
            RegistrationService registrations,
            Campaigns campaigns,
            Regions regions,
            KeyedDigest digest,
            Clock clock,
            IssueTexts texts) {
        this.changes = changes;
        this.views = views;
        this.sourceItems = sourceItems;
        this.registrations = registrations;
        this.campaigns = campaigns;
        this.regions = regions;
        this.digest = digest;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * A change with four statements more: the campaign, the items that are there, the new one, and its document for the search; two more
     * for another one without a number of the same day.
     */
    @Transactional
    IssueView add(Caller caller, String reference, @Nullable String ifMatch, SourceItem item) {
        Issue issue = changes.lock(caller, reference, ifMatch);
        return views.whole(issue, add(caller, issue, issue.likeThis(item), true), caller);
    }

    /**
     * The same of what was delivered as an issue of its own and turned out to be the same matter: it is known by its own words from here on.
     *
     * @param issue locked, and of the same region
     * @param seen whether the caller has seen the source items that are there: what has no number and stands there in the same words is
     *     somebody else's word then, and otherwise the same once more
     * @return all source items of the issue as they are now
     */
    List<KeptSourceItem> add(Caller caller, Issue issue, NewIssue like, boolean seen) {
        issue.refuseUnlessLegal(IssueMove.ADD_SOURCE_ITEM);
        SourceItem item = like.sourceItem();
        Registration rules =
                new Registration(regions, campaigns.find(issue.campaignId()), caller, BusinessTime.today(clock));
        List<Violation> broken = rules.checkItem(item);
        List<KeptSourceItem> items = new ArrayList<>(sourceItems.of(issue.id()));
        if (items.size() >= MOST_ITEMS) {
            broken.add(Violation.of(
                    "sourceItem",
                    "每个问题最多有 " + MOST_ITEMS + " 个来源",
                    "an issue has at most " + MOST_ITEMS + " source items"));
        }
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        List<KeptSourceItem> added = sourceItems.toAdd(List.of(issue.id()), List.of(like));
        if (!sourceItems.add(added, List.of(like))) {
            if (!seen || !item.isUnnumbered() || !sourceItems.isOf(issue.id(), like)) {
                throw registrations.alreadyRegistered(caller, like);
            }
            sourceItems.addOneMore(added.get(0), like);
        }
        items.addAll(added);
        if (item.documentNumber() != null) {
            texts.addDocument(issue.id(), Folded.of(List.of(item.documentNumber())));
        }
        Map<String, Object> details = Map.of("sourceItem", item.onRecord(digest));
        Map<String, Object> published = Map.of("sourceItemId", added.get(0).id(), "source", item.source());
        Act act = Act.of(caller, clock.instant());
        Doing doing = new Doing(
                IssueAction.ADD_SOURCE_ITEM, act, details, published, one -> one.addSourceItem(AnswersOwed.of(items)));
        changes.store(List.of(changes.perform(issue, doing)));
        return items;
    }

    /** A change with two statements more: the items, and the update of the one. What was answered last stands; of
     * the others the record has digests. */
    @Transactional
    IssueView answer(Caller caller, String reference, @Nullable String ifMatch, UUID id, SourceItemAnswer answer) {
        Issue issue = changes.lock(caller, reference, ifMatch);
        issue.refuseUnlessLegal(IssueMove.ANSWER);
        issue.refuseUnlessLeads(caller);
        List<KeptSourceItem> items = sourceItems.of(issue.id());
        KeptSourceItem answered = item(items, id);
        LocalDate on = day("answeredOn", answer.answeredOn(), answered);
        sourceItems.keepAnswer(id, answer.answer(), on);
        List<KeptSourceItem> others =
                items.stream().filter(one -> !one.id().equals(id)).toList();
        Map<String, Object> details =
                Map.of("sourceItemId", id, "answer", digest.marked(answer.answer()), "answeredOn", on);
        Map<String, Object> published = Map.of("sourceItemId", id, "answeredOn", on);
        Act act = Act.of(caller, clock.instant());
        Doing doing = new Doing(IssueAction.ANSWER, act, details, published, one -> one.owes(AnswersOwed.of(others)));
        changes.store(List.of(changes.perform(issue, doing)));
        return views.whole(issue, caller);
    }

    /** A change with two statements more: the items, and the update of the one. What was said later counts. */
    @Transactional
    IssueView callBack(Caller caller, String reference, @Nullable String ifMatch, UUID id, CallBack callBack) {
        Issue issue = changes.lock(caller, reference, ifMatch);
        issue.refuseUnlessLegal(IssueMove.CALL_BACK);
        KeptSourceItem called = item(sourceItems.of(issue.id()), id);
        if (!called.item().source().needsCallBack()) {
            throw Refusal.unprocessable(
                    "sourceItemId", "只有企业和群众反映的问题才需要回访", "nobody complained who could be called back");
        }
        LocalDate on = day("calledBackOn", callBack.calledBackOn(), called);
        requireSinceRectified(issue, on);
        sourceItems.keepCallBack(id, callBack.result(), on);
        Map<String, Object> told = Map.of("sourceItemId", id, "result", callBack.result(), "calledBackOn", on);
        Doing doing = new Doing(IssueAction.CALL_BACK, Act.of(caller, clock.instant()), told, told, one -> {});
        changes.store(List.of(changes.perform(issue, doing)));
        return views.whole(issue, caller);
    }

    /** What was said of an earlier rectification, or before any, is not about this one. */
    private static void requireSinceRectified(Issue issue, LocalDate calledBackOn) {
        Instant since = issue.rectifyingSince();
        LocalDate first = since == null ? calledBackOn : BusinessTime.dateOf(since);
        if (calledBackOn.isBefore(first)) {
            throw Refusal.unprocessable(
                    "calledBackOn",
                    "回访日期不得早于本次整改开始之日（" + first + "）",
                    "must not lie before the rectification at hand started, on " + first);
        }
    }

    private LocalDate day(String field, @Nullable LocalDate named, KeptSourceItem item) {
        LocalDate today = BusinessTime.today(clock);
        LocalDate day = named == null ? today : named;
        LocalDate dated = item.item().dated();
        if (day.isAfter(today) || (dated != null && day.isBefore(dated))) {
            throw Refusal.unprocessable(
                    field,
                    "日期不得晚于今天（" + today + "），也不得早于来源日期",
                    "must not lie after today, " + today + ", nor before the source's date");
        }
        return day;
    }

    private static KeptSourceItem item(List<KeptSourceItem> items, UUID id) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("问题来源", "source item"));
    }
}
