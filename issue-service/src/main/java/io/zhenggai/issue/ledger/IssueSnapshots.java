package io.zhenggai.issue.ledger;

import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.event.republish.SnapshotSource;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.identity.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Issues told again, by three statements for any number of them. */
@ApplicationScoped
class IssueSnapshots implements SnapshotSource {

    private final IssueRepository issues;
    private final DecisionsOwed decisions;
    private final History history;

    IssueSnapshots(IssueRepository issues, DecisionsOwed decisions, History history) {
        this.issues = issues;
        this.decisions = decisions;
        this.history = history;
    }

    @Override
    public String aggregateType() {
        return IssueEvents.AGGREGATE_TYPE;
    }

    @Override
    public List<NewEvent> read(SnapshotRange range) {
        List<Issue> locked = issues.lock(RegionScope.province(), range);
        // Behind the locks: every change that is committed by now has its entry.
        Map<UUID, Instant> changed = history.lastChanges(
                IssueEvents.AGGREGATE_TYPE, locked.stream().map(Issue::id).toList());
        Map<UUID, List<DecisionOwed>> owed = decisions.of(locked);
        return locked.stream()
                .map(issue ->
                        IssueEvents.snapshot(issue, owed.getOrDefault(issue.id(), List.of()), changed.get(issue.id())))
                .toList();
    }
}
