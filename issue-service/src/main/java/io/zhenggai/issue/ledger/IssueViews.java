package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Issues as they are shown to who may see them. */
@ApplicationScoped
class IssueViews {

    /** Who only reads the ledger is not shown the text as received: it may name a complainant. */
    private static final Set<Role> ONLOOKERS = EnumSet.of(Role.LEADER, Role.AUDITOR, Role.INDICATOR_LEAD, Role.SYSTEM);

    private final WorkingCalendar calendar;

    IssueViews(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** @return the issue as it stands in a list */
    IssueView row(Issue issue, LocalDate today) {
        return IssueView.row(issue, today, calendar);
    }

    /** @return the issue with where it was found */
    IssueView whole(Issue issue, List<SourceItem> sourceItems, Caller caller, LocalDate today) {
        List<SourceItem> shown = ONLOOKERS.contains(caller.role())
                ? sourceItems.stream().map(SourceItem::withoutText).toList()
                : sourceItems;
        IssueView row = row(issue, today);
        return new IssueView(row.fields(), row.version(), row.light(), row.legalMoves(), shown);
    }
}
