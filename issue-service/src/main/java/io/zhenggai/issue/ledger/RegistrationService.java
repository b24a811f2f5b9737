package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.kit.event.Arrivals;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Channel;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Puts issues into the ledger, one by one or many at once; with history and events, in one transaction. */
@ApplicationScoped
public class RegistrationService {

    /** Rows of one insert: few round trips, and little that is held at a time. */
    private static final int CHUNK = 500;

    private final IssueRepository issues;
    private final SourceItems sourceItems;
    private final History history;
    private final LedgerNumbers ledgerNumbers;
    private final Campaigns campaigns;
    private final Arrivals arrivals;
    private final IssueViews views;
    private final Regions regions;
    private final KeyedDigest digest;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    RegistrationService(
            IssueRepository issues,
            SourceItems sourceItems,
            History history,
            LedgerNumbers ledgerNumbers,
            Campaigns campaigns,
            Arrivals arrivals,
            IssueViews views,
            Regions regions,
            KeyedDigest digest,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.issues = issues;
        this.sourceItems = sourceItems;
        this.history = history;
        this.ledgerNumbers = ledgerNumbers;
        this.campaigns = campaigns;
        this.arrivals = arrivals;
        this.views = views;
        this.regions = regions;
        this.digest = digest;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param campaignId awaited up to a second, since who has just published it may register at once
     * @return the rules for one caller's new issues of one campaign
     */
    public Registration rules(Caller caller, UUID campaignId) {
        Optional<Campaign> campaign = arrivals.await(() -> campaigns.find(campaignId));
        return new Registration(regions, campaign, caller, BusinessTime.today(clock));
    }

    /**
     * Registers one issue by five statements: number, issue, outbox, history, source item; one more to find the issue that has come back.
     *
     * @param rules of the caller and the issue's campaign
     * @throws Refusal 422 naming every rule that is broken; 409 when the same source item is registered already, with its number
     *     for whom it is there
     */
    @Transactional
    IssueView register(Caller caller, Registration rules, NewIssue issue) {
        List<Violation> broken = rules.check(issue);
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        Stored stored = store(
                caller,
                issue,
                origin(caller, issue),
                rules.campaign().orElseThrow().year());
        return views.toSender(stored.issue(), stored.items(), caller);
    }

    /** One statement where the issue is said to have come back, else none. */
    Origin origin(Caller caller, NewIssue from) {
        String closed = from.recurrenceOf();
        return closed == null
                ? Origin.NONE
                : issues.find(caller.scope(), IssueReference.of(closed))
                        .filter(issue -> issue.mayRecurIn(city(from)))
                        .map(issue -> Origin.recurrence(issue.id()))
                        .orElseThrow(() -> Refusal.unprocessable(List.of(Origin.nothingClosed())));
    }

    /**
     * Stores a new issue that keeps the rules, by five statements.
     *
     * @param year of its number
     * @throws Refusal 409 when the same source item is registered already
     */
    Stored store(Caller caller, NewIssue from, Origin origin, int year) {
        return store(caller, Act.of(caller, clock.instant()), from, origin, year);
    }

    /** The same of what somebody else registers than who acts. */
    Stored store(Caller registering, Act act, NewIssue from, Origin origin, int year) {
        LedgerNumber number = ledgerNumbers.next(year, city(from));
        Issue issue = new Issue(ids.next(), number, from, origin, registering, act.at());
        List<KeptSourceItem> items = sourceItems.toAdd(List.of(issue.id()), List.of(from));
        if (!store(List.of(issue), items, List.of(from), act)) {
            throw alreadyRegistered(act.by(), from);
        }
        return new Stored(issue, items);
    }

    /** A new issue with where it was found. */
    record Stored(Issue issue, List<KeptSourceItem> items) {}

    /**
     * Registers all of the issues, or none when one of them is there already. Four statements to compare and to reserve, and
     * for every 500 issues four more (issues, outbox, history, source items).
     *
     * @param rules which every issue keeps
     * @return what was registered, or which are there already
     */
    @Transactional
    public Registered registerAll(Caller caller, Registration rules, List<NewIssue> from) {
        return storeAll(caller, rules.campaign().orElseThrow().year(), from);
    }

    /** @return which of the issues are there already; nothing is stored */
    @Transactional
    public List<AlreadyRegistered> alreadyRegistered(List<NewIssue> from) {
        return sourceItems.known(from);
    }

    /**
     * Makes whoever registers in these cities wait until the transaction at hand ends: what {@link #registerNew} does not know now is
     * not known when it commits. Two statements.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepOthersOut(Registration rules, Set<String> cities) {
        Map<String, Integer> none = new HashMap<>();
        cities.forEach(city -> none.put(city, 0));
        ledgerNumbers.reserve(rules.campaign().orElseThrow().year(), none);
        issues.forgetPlans();
    }

    /**
     * Registers some of many issues, in the transaction in which others were kept out: those that are not there yet. Six statements.
     *
     * @param rules which every issue keeps
     * @param from at most 500
     * @return what was registered, and which are there already; where one of these was registered in other words, nothing is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Registered registerNew(Caller caller, Registration rules, List<NewIssue> from) {
        List<AlreadyRegistered> known = sourceItems.known(from);
        List<NewIssue> fresh = AlreadyRegistered.without(known, from);
        if (fresh.isEmpty() || !known.stream().allMatch(AlreadyRegistered::sameDescription)) {
            return new Registered(Map.of(), known);
        }
        NumberRanges ranges = reserve(rules, fresh);
        storeChunk(fresh, issue -> Origin.NONE, ranges, imported(caller));
        return new Registered(ranges.given(), known);
    }

    /**
     * Stores new issues of one campaign that keep the rules and are not there yet, in the transaction in which others were kept out. Five
     * statements.
     *
     * @param from at most 500
     * @return the issues, in the order of what they were made from
     */
    List<Issue> storeNew(Act act, int year, List<NewIssue> from, Function<NewIssue, Origin> origin) {
        return storeChunk(from, origin, reserve(year, from), act);
    }

    private Act imported(Caller caller) {
        return new Act(caller, Channel.IMPORT, clock.instant(), Optional.empty());
    }

    /** One statement; the numbers are given city by city in the order in which they are asked for. */
    NumberRanges reserve(Registration rules, List<NewIssue> fresh) {
        return reserve(rules.campaign().orElseThrow().year(), fresh);
    }

    private NumberRanges reserve(int year, List<NewIssue> fresh) {
        Map<String, Integer> counts = counts(fresh);
        return new NumberRanges(year, counts, ledgerNumbers.reserve(year, counts));
    }

    private Map<String, Integer> counts(List<NewIssue> from) {
        Map<String, Integer> counts = new HashMap<>();
        from.forEach(issue -> counts.merge(city(issue), 1, Integer::sum));
        return counts;
    }

    private List<Issue> storeChunk(
            List<NewIssue> chunk, Function<NewIssue, Origin> origin, NumberRanges ranges, Act act) {
        List<Issue> registered = chunk.stream()
                .map(from ->
                        new Issue(ids.next(), ranges.next(city(from)), from, origin.apply(from), act.by(), act.at()))
                .toList();
        List<UUID> issueIds = registered.stream().map(Issue::id).toList();
        if (!store(registered, sourceItems.toAdd(issueIds, chunk), chunk, act)) {
            // A campaign of another year numbers apart and waits for nobody.
            throw AlreadyRegistered.refusal(Optional.empty());
        }
        return registered;
    }

    private Registered storeAll(Caller caller, int year, List<NewIssue> from) {
        Map<String, Integer> counts = counts(from);
        Map<String, Integer> nothingYet = new HashMap<>(counts);
        nothingYet.replaceAll((city, count) -> 0);
        // Whoever registers in these cities waits from here on: what is not known now is not known when we commit.
        ledgerNumbers.reserve(year, nothingYet);
        List<AlreadyRegistered> known = sourceItems.known(from);
        if (!known.isEmpty()) {
            return new Registered(Map.of(), known);
        }
        NumberRanges ranges = new NumberRanges(year, counts, ledgerNumbers.reserve(year, counts));
        Act act = imported(caller);
        issues.forgetPlans();
        for (int start = 0; start < from.size(); start += CHUNK) {
            storeChunk(from.subList(start, Math.min(start + CHUNK, from.size())), issue -> Origin.NONE, ranges, act);
        }
        return new Registered(ranges.given(), List.of());
    }

    /** @return whether none of them was there already; all was in vain otherwise, and is rolled back by a refusal */
    private boolean store(List<Issue> registered, List<KeptSourceItem> items, List<NewIssue> from, Act act) {
        // Before they are stored: an event takes the issue's next version.
        List<NewEvent> events = new ArrayList<>();
        registered.forEach(
                issue -> events.add(IssueEvents.of(issue, List.of(), IssueAction.REGISTER, Map.of(), act.at())));
        issues.add(registered, items);
        outbox.append(events);
        history.add(IntStream.range(0, registered.size())
                .mapToObj(i -> registration(registered.get(i), items.get(i).item(), act))
                .toList());
        return sourceItems.add(items, from);
    }

    private Deed registration(Issue issue, SourceItem item, Act act) {
        Map<String, Change> changes = FieldChanges.between(null, issue.fields());
        changes.put("sourceItem", Change.added(item.onRecord(digest)));
        return new Deed(issue.aggregate(), issue.version(), IssueAction.REGISTER.name(), act, changes);
    }

    /** @return 409 that names the issue which has that source item already to whom it may be shown */
    Refusal alreadyRegistered(Caller caller, NewIssue like) {
        return AlreadyRegistered.refusal(sourceItems.known(List.of(like)).stream()
                .map(AlreadyRegistered::ledgerNumber)
                .filter(found ->
                        issues.find(caller.scope(), IssueReference.of(found)).isPresent())
                .findFirst());
    }

    /** @return the city of an issue whose region keeps the rules */
    public String city(NewIssue issue) {
        return Registration.city(regions, issue.region()).orElseThrow();
    }
}
