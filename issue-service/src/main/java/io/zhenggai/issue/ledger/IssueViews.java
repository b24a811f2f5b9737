package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.personal.PersonalDataReads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Issues as they are shown to who may see them. */
@ApplicationScoped
class IssueViews {

    private final IssueRepository issues;
    private final SourceItems sourceItems;
    private final PersonalDataReads reads;
    private final WorkingCalendar calendar;
    private final Clock clock;

    IssueViews(
            IssueRepository issues,
            SourceItems sourceItems,
            PersonalDataReads reads,
            WorkingCalendar calendar,
            Clock clock) {
        this.issues = issues;
        this.sourceItems = sourceItems;
        this.reads = reads;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @return the issue as it stands in a list */
    IssueView row(Issue issue, LocalDate today) {
        return IssueView.row(issue, today, calendar);
    }

    /**
     * An issue for whoever only shows it; what {@link #whole(Issue, Caller)} takes, and one statement more.
     *
     * @return the issue with where it was found; empty when it is not there for this caller
     */
    Optional<IssueView> find(IssueReference reference, Caller caller) {
        return issues.read(caller.scope(), reference, BusinessTime.today(clock), calendar)
                .map(row -> whole(row, sourceItems.of(row.fields().id()), caller));
    }

    /**
     * One statement for the source items, one for what a merged issue goes on as, and one more for each kind of personal data in them, to put on record who is shown it; to be called
     * after all else that the transaction locks.
     *
     * @return the issue with where it was found
     */
    IssueView whole(Issue issue, Caller caller) {
        return whole(issue, sourceItems.of(issue.id()), caller);
    }

    /** The same of source items that are known already. */
    IssueView whole(Issue issue, List<KeptSourceItem> items, Caller caller) {
        return whole(row(issue, BusinessTime.today(clock)), items, caller);
    }

    private IssueView whole(IssueView row, List<KeptSourceItem> items, Caller caller) {
        Discretion discretion = Discretion.towards(caller, row.fields().leadUnit());
        Map<EncryptedColumn, Set<UUID>> personal = new LinkedHashMap<>();
        for (KeptSourceItem item : items) {
            for (EncryptedColumn column : discretion.personalDataIn(item)) {
                personal.computeIfAbsent(column, key -> new LinkedHashSet<>()).add(item.issueId());
            }
        }
        personal.forEach((column, owners) -> reads.note(caller, column, owners));
        return shown(row, items, discretion);
    }

    /** @return a new issue, to who has registered it: to show what they have just sent themselves is no reading of it. No statement */
    IssueView toSender(Issue issue, List<KeptSourceItem> items, Caller caller) {
        IssueView row = row(issue, BusinessTime.today(clock));
        return shown(row, items, Discretion.towards(caller, row.fields().leadUnit()));
    }

    private IssueView shown(IssueView row, List<KeptSourceItem> items, Discretion discretion) {
        List<SourceItemView> shown = items.stream().map(discretion::show).toList();
        Successor goesOnAs = Optional.ofNullable(row.fields().mergedInto())
                .flatMap(issues::successor)
                .orElse(null);
        return new IssueView(row.fields(), row.version(), row.light(), row.legalMoves(), goesOnAs, shown, null);
    }
}
