package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.encryption.KeyedDigest;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 既有台账转入: puts issues into the ledger as they stood in the one that was kept until now (decision 20). */
@ApplicationScoped
public class TakeOverService {

    private static final String REASON = "由既有台账转入";

    private final RegistrationService registrations;
    private final TakenOverIssues issues;
    private final SourceItems sourceItems;
    private final History history;
    private final Outbox outbox;
    private final KeyedDigest digest;
    private final WorkingCalendar calendar;
    private final Ids ids;
    private final Clock clock;

    TakeOverService(
            RegistrationService registrations,
            TakenOverIssues issues,
            SourceItems sourceItems,
            History history,
            Outbox outbox,
            KeyedDigest digest,
            WorkingCalendar calendar,
            Ids ids,
            Clock clock) {
        this.registrations = registrations;
        this.issues = issues;
        this.sourceItems = sourceItems;
        this.history = history;
        this.outbox = outbox;
        this.digest = digest;
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One statement. For the province, which sees all issues.
     *
     * @return the issues of these ledger numbers, without those that are not there
     */
    @Transactional
    public Map<String, NumberedIssue> numbered(Collection<String> ledgerNumbers) {
        return issues.numbered(ledgerNumbers);
    }

    /**
     * Takes over some of many issues, in the transaction in which others were kept out: those that are not there yet. Six statements, as many
     * as to register them.
     *
     * @param rules which every issue keeps, as it stood as well
     * @param from at most 500
     * @return what was taken over, and which are there already; where one of these was registered in other words, nothing is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Registered takeOverNew(Caller caller, Registration rules, List<ExistingIssue> from) {
        List<AlreadyRegistered> known =
                sourceItems.known(from.stream().map(ExistingIssue::issue).toList());
        List<ExistingIssue> fresh = AlreadyRegistered.without(known, from);
        if (fresh.isEmpty() || !known.stream().allMatch(AlreadyRegistered::sameDescription)) {
            return new Registered(Map.of(), known);
        }
        List<NewIssue> entries = fresh.stream().map(ExistingIssue::issue).toList();
        NumberRanges ranges = registrations.reserve(rules, entries);
        Act act = new Act(caller, Channel.IMPORT, clock.instant(), Optional.of(REASON));
        List<Issue> taken = new ArrayList<>();
        for (ExistingIssue existing : fresh) {
            LedgerNumber number = ranges.next(registrations.city(existing.issue()));
            Issue issue = new Issue(ids.next(), number, existing.issue(), Origin.NONE, caller, act.at());
            TakenOver.apply(issue, existing.takeOver(), act.at(), calendar);
            taken.add(issue);
        }
        store(taken, fresh, entries, act);
        return new Registered(ranges.given(), known);
    }

    private void store(List<Issue> taken, List<ExistingIssue> from, List<NewIssue> entries, Act act) {
        List<UUID> issueIds = taken.stream().map(Issue::id).toList();
        List<KeptSourceItem> items = sourceItems.toAdd(issueIds, entries);
        // Before they are stored: an event takes the issue's next version.
        List<NewEvent> events = new ArrayList<>();
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            Issue issue = taken.get(i);
            events.add(IssueEvents.of(issue, List.of(), IssueAction.TAKE_OVER, Map.of(), act.at()));
            deeds.add(deed(issue, items.get(i).item(), from.get(i).takeOver().former(), act));
        }
        issues.add(taken, items);
        outbox.append(events);
        history.add(deeds);
        if (!sourceItems.add(items, entries)) {
            // A campaign of another year numbers apart and waits for nobody.
            throw AlreadyRegistered.refusal(Optional.empty());
        }
    }

    private Deed deed(Issue issue, SourceItem item, FormerEntry former, Act act) {
        Map<String, Change> changes = FieldChanges.between(null, issue.fields());
        changes.put("sourceItem", Change.added(item.onRecord(digest)));
        if (!former.equals(FormerEntry.NONE)) {
            changes.put("former", Change.added(former));
        }
        return new Deed(issue.aggregate(), issue.version(), IssueAction.TAKE_OVER.name(), act, changes);
    }
}
