package io.zhenggai.issue.ledger;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The events of an issue: what others may know of it. No text, no file name, no person. */
final class IssueEvents {

    static final String AGGREGATE_TYPE = "issue";

    private IssueEvents() {}

    /** Takes the issue's next event version: to be called once for each change, before it is stored. */
    static NewEvent of(
            Issue issue, List<DecisionOwed> decisions, IssueAction action, Map<String, Object> change, Instant now) {
        EventData<IssueState> data = new EventData<>(IssueState.of(issue, decisions), change);
        return new NewEvent(AGGREGATE_TYPE, issue.id(), issue.nextEventVersion(), action.eventType(), now, data);
    }
}
