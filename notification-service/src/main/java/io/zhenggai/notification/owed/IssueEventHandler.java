package io.zhenggai.notification.owed;

import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.notification.planning.OwedKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps up to date what is owed of issues, by one statement an event and one more for each thing that is owed. No projection: the rows of
 * obligations and issues share a table, and who plans reminders notes in it what was read.
 */
@ApplicationScoped
class IssueEventHandler implements EventHandler {

    private static final Set<OwedKind> KINDS = EnumSet.of(
            OwedKind.ISSUE_ACKNOWLEDGEMENT,
            OwedKind.ISSUE_RECTIFICATION,
            OwedKind.ANSWER,
            OwedKind.EXTENSION_DECISION,
            OwedKind.REASSIGNMENT_DECISION,
            OwedKind.LONG_TERM_DECISION,
            OwedKind.STAGE_REVIEW);

    private final OwedTable owed;

    IssueEventHandler(OwedTable owed) {
        this.owed = owed;
    }

    @Override
    public String aggregateType() {
        return "issue";
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("issue.") && type.endsWith(".v1");
    }

    @Override
    public void on(Event event) {
        List<OwedRow> now = new IssueDebts(event, event.state(IssueDebts.State.class)).all();
        Set<OwedKind> settled = EnumSet.copyOf(KINDS);
        now.forEach(row -> settled.remove(row.kind()));
        owed.settle(event.aggregateId(), List.copyOf(settled));
        now.forEach(owed::put);
    }
}
