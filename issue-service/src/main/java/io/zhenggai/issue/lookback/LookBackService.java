package io.zhenggai.issue.lookback;

import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.issue.ledger.ClosedIssue;
import io.zhenggai.issue.ledger.ClosedIssueService;
import io.zhenggai.issue.ledger.IssueNumber;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws samples of closed issues, and tells what was found of them. */
@ApplicationScoped
public class LookBackService {

    /** More are no look-back any more, and would be held at once. */
    private static final int MOST_POPULATION = 100_000;

    private static final int MOST_DRAWN = 5_000;

    private final LookBackRepository lookBacks;
    private final LookBackTable table;
    private final ClosedIssueService closedIssues;
    private final Campaigns campaigns;
    private final Regions regions;
    private final Outbox outbox;
    private final History history;
    private final Seeds seeds;
    private final Ids ids;
    private final Clock clock;

    LookBackService(
            LookBackRepository lookBacks,
            LookBackTable table,
            ClosedIssueService closedIssues,
            Campaigns campaigns,
            Regions regions,
            Outbox outbox,
            History history,
            Seeds seeds,
            Ids ids,
            Clock clock) {
        this.lookBacks = lookBacks;
        this.table = table;
        this.closedIssues = closedIssues;
        this.campaigns = campaigns;
        this.regions = regions;
        this.outbox = outbox;
        this.history = history;
        this.seeds = seeds;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Seven statements, and one more for every 5,000 issues that are drawn from.
     *
     * @throws Refusal 422 naming every rule that is broken; also when nothing is there to draw from, or too much
     */
    @Transactional
    LookBackView draw(Caller caller, NewLookBack wanted) {
        // As the columns keep it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Violation> broken = LookBackRules.check(wanted, regions, BusinessTime.dateOf(now));
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        if (campaigns.find(wanted.campaignId()).isEmpty()) {
            throw Refusal.unprocessable("campaignId", "没有这一整改行动，或尚未发布", "no campaign of this id is published");
        }
        List<ClosedIssue> population = closedIssues.closed(caller, wanted.population(), MOST_POPULATION + 1);
        refuseUnlessDrawable(population.size());
        String seed = Optional.ofNullable(wanted.seed()).orElseGet(seeds::next);
        SampleSize size = new SampleSize(Optional.ofNullable(wanted.size()), Optional.ofNullable(wanted.percentage()));
        List<Lot> lots = Draw.of(population, seed, size, wanted.isPerCity());
        int drawn = Math.toIntExact(lots.stream().filter(Lot::drawn).count());
        if (drawn > MOST_DRAWN) {
            throw Refusal.unprocessable(
                    wanted.size() == null ? "percentage" : "size",
                    "共将抽取 " + drawn + " 个问题，每次回头看最多抽取 " + MOST_DRAWN + " 个，请缩小范围",
                    "would draw " + drawn + " issues; a look-back has at most " + MOST_DRAWN);
        }
        LookBack lookBack = new LookBack(
                ids.next(),
                0,
                wanted.campaignId(),
                wanted.closedFrom(),
                wanted.closedTo(),
                wanted.population().regions(),
                wanted.population().sources(),
                wanted.isPerCity(),
                wanted.size(),
                wanted.percentage(),
                seed,
                wanted.seed() != null,
                population.size(),
                drawn,
                now,
                caller.name());
        table.add(lookBack, lots, caller);
        List<CityCounts> counts = counts(caller, lookBack);
        outbox.append(List.of(LookBackEvents.drawn(lookBack, counts)));
        history.add(
                new Deed(aggregate(lookBack), 0, "DRAW", Act.of(caller, now), FieldChanges.between(null, lookBack)));
        return LookBackView.of(lookBack, counts, true);
    }

    private static void refuseUnlessDrawable(int population) {
        if (population == 0) {
            throw Refusal.unprocessable("closedFrom", "没有符合条件的已销号问题", "no closed issue is meant by this");
        }
        if (population > MOST_POPULATION) {
            throw Refusal.unprocessable(
                    "closedFrom",
                    "符合条件的已销号问题超过 " + MOST_POPULATION + " 个，请缩小范围",
                    "more than " + MOST_POPULATION + " closed issues are meant by this; narrow it");
        }
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    LookBackView find(Caller caller, UUID id) {
        LookBack lookBack = found(caller, id);
        return LookBackView.of(lookBack, counts(caller, lookBack), isWhole(caller));
    }

    @Transactional
    Page<LookBackView> list(Caller caller, LookBackFilter filter, PageRequest page) {
        Page<LookBack> found = lookBacks.list(caller.scope(), filter, page);
        Map<UUID, List<CityCounts>> counts = lookBacks.counts(
                caller.scope(), found.items().stream().map(LookBack::id).toList());
        return found.map(
                lookBack -> LookBackView.of(lookBack, counts.getOrDefault(lookBack.id(), List.of()), isWhole(caller)));
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    Page<DrawnIssue> issues(Caller caller, UUID id, DrawnIssueFilter filter, PageRequest page) {
        // First: a cursor that is none is told whatever the id is.
        Page<DrawnIssue> issues = lookBacks.issues(caller.scope(), id, filter, page);
        found(caller, id);
        return isWhole(caller) ? issues : issues.map(DrawnIssue::withoutDigest);
    }

    /** @throws Refusal 404 when it is not there for this caller, or not whole: who sees a part could tell what was drawn of it */
    @Transactional
    Page<DrawnIssue> population(Caller caller, UUID id, PageRequest page) {
        if (!isWhole(caller)) {
            throw unknown();
        }
        DrawnIssueFilter all = new DrawnIssueFilter(false, Optional.empty(), Optional.empty(), Optional.empty());
        Page<DrawnIssue> issues = lookBacks.issues(caller.scope(), id, all, page);
        found(caller, id);
        return issues;
    }

    /** Waits, before the transaction, until a campaign that was named has arrived, or has not in time. */
    void await(UUID campaignId) {
        closedIssues.await(campaignId);
    }

    /**
     * Nine statements, five more where the close-out is revoked, nine where what has come back is registered.
     *
     * @throws Refusal 404 when it is not there, 428 without a tag, 412 with that of another version; 422 naming every rule that is broken; 409
     *     when the result is told already, or the close-out that would hold was revoked meanwhile
     */
    @Transactional
    ToldResult tell(Caller caller, UUID id, @Nullable String ifMatch, LookBackResult told) {
        LookBack before = lookBacks.lock(caller.scope(), id).orElseThrow(LookBackService::unknown);
        EntityTags.requireMatch(ifMatch, before.version());
        DrawnIssue drawn = lookBacks
                .issue(caller.scope(), id, told.issue())
                .orElseThrow(() -> Refusal.unprocessable("issue", "本次回头看没有抽取该问题", "was not drawn by this look-back"));
        if (drawn.isTold()) {
            throw new Refusal(ProblemType.CONFLICT, "该问题的核查结果已登记，不能重复登记。", "The result of this issue is told already.");
        }
        Act act = Act.of(caller, clock.instant().truncatedTo(ChronoUnit.MICROS), told.note());
        boolean stands = closedIssues
                .lockClosedAt(caller, drawn.issueId())
                .filter(drawn.closedAt()::equals)
                .isPresent();
        List<Violation> broken =
                LookBackRules.check(told, BusinessTime.dateOf(before.drawnAt()), BusinessTime.dateOf(act.at()), stands);
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        if (!stands && told.finding().revoking().isEmpty()) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "抽取后该问题的销号已被撤销，不能登记为" + told.finding().chinese() + "。",
                    "The close-out was revoked since it was drawn; it cannot be found to hold.");
        }
        DrawnIssue result = result(act, id, drawn, told, stands);
        LookBack lookBack = before.next();
        table.tell(lookBack, result, caller);
        List<CityCounts> counts = counts(caller, lookBack);
        outbox.append(List.of(LookBackEvents.resultTold(lookBack, result, counts, act.at())));
        history.add(new Deed(
                aggregate(lookBack), lookBack.version(), "TELL_RESULT", act, Map.of("result", Change.added(result))));
        return new ToldResult(LookBackView.of(lookBack, counts, isWhole(caller)), result);
    }

    private DrawnIssue result(Act act, UUID id, DrawnIssue drawn, LookBackResult told, boolean stands) {
        boolean revokes = stands && told.finding().revoking().isPresent();
        if (revokes) {
            closedIssues.revoke(
                    act,
                    drawn.issueId(),
                    told.finding().revoking().orElseThrow(),
                    Optional.ofNullable(told.deadline()).orElseThrow(),
                    id);
        }
        Optional<IssueNumber> recurrence = recurrence(act, drawn.issueId(), told);
        return new DrawnIssue(
                drawn.issueId(),
                drawn.ledgerNumber(),
                drawn.city(),
                drawn.region(),
                drawn.closedAt(),
                drawn.digest(),
                true,
                told.finding(),
                told.note(),
                told.checkedOn(),
                told.checkedBy(),
                revokes,
                recurrence.map(IssueNumber::id).orElse(null),
                recurrence.map(IssueNumber::ledgerNumber).orElse(null),
                act.at(),
                act.by().name());
    }

    private Optional<IssueNumber> recurrence(Act act, UUID of, LookBackResult told) {
        if (told.relapse() != null) {
            return Optional.of(closedIssues.registerRecurrence(act, of, told.relapse()));
        }
        return Optional.ofNullable(told.recurrence())
                .map(reference -> closedIssues.recurrence(act.by(), of, reference));
    }

    private LookBack found(Caller caller, UUID id) {
        return lookBacks.find(caller.scope(), id).orElseThrow(LookBackService::unknown);
    }

    private List<CityCounts> counts(Caller caller, LookBack lookBack) {
        return lookBacks.counts(caller.scope(), List.of(lookBack.id())).getOrDefault(lookBack.id(), List.of());
    }

    private static boolean isWhole(Caller caller) {
        return LookBackRepository.isWhole(caller.scope());
    }

    private static Refusal unknown() {
        return Refusal.notFound("回头看", "look-back");
    }

    private static Aggregate aggregate(LookBack lookBack) {
        return Aggregate.ofProvince(LookBackEvents.AGGREGATE_TYPE, lookBack.id());
    }
}
