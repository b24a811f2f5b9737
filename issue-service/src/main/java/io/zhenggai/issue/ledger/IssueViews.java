package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.personal.PersonalDataReads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Issues as they are shown to who may see them. */
@ApplicationScoped
class IssueViews {

    private final SourceItems sourceItems;
    private final PersonalDataReads reads;
    private final WorkingCalendar calendar;
    private final Clock clock;

    IssueViews(SourceItems sourceItems, PersonalDataReads reads, WorkingCalendar calendar, Clock clock) {
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
     * One statement for the source items, and one more to put on record who is shown what a source sent in its own words, or who
     * complained; to be called after all else that the transaction locks.
     *
     * @return the issue with where it was found
     */
    IssueView whole(Issue issue, Caller caller) {
        return whole(issue, sourceItems.of(issue.id()), caller);
    }

    /** The same of source items that are known already. */
    IssueView whole(Issue issue, List<KeptSourceItem> items, Caller caller) {
        Discretion discretion = Discretion.towards(caller.role());
        List<SourceItemView> shown = items.stream().map(discretion::show).toList();
        items.stream()
                .flatMap(item -> discretion.personalDataIn(item).stream())
                .distinct()
                .forEach(column -> reads.note(caller, column, List.of(issue.id())));
        IssueView row = row(issue, BusinessTime.today(clock));
        return new IssueView(row.fields(), row.version(), row.light(), row.legalMoves(), shown);
    }
}
