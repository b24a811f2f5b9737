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
        return standing(issues.lock(RegionScope.province(), range)).stream()
                .map(one -> NewEvent.snapshot(
                        aggregateType(), one.issue().id(), one.eventVersion(), one.changedAt(), one.issue()))
                .toList();
    }

    /** The same without locks, for who hears of each change besides. */
    List<IssueStanding> read(RegionScope scope, UUID behind, int limit) {
        return standing(issues.list(scope, behind, limit));
    }

    private List<IssueStanding> standing(List<Issue> found) {
        // Behind the issues: every change that they tell of has its entry.
        Map<UUID, Instant> changed = history.lastChanges(
                IssueEvents.AGGREGATE_TYPE, found.stream().map(Issue::id).toList());
        Map<UUID, List<DecisionOwed>> owed = decisions.of(found);
        return found.stream()
                .map(issue -> new IssueStanding(
                        IssueState.of(issue, owed.getOrDefault(issue.id(), List.of())),
                        issue.eventVersion(),
                        changed.get(issue.id())))
                .toList();
    }
}
