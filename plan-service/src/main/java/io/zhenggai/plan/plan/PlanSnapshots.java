package io.zhenggai.plan.plan;

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

/** Plans told again, by two statements for any number of them. */
@ApplicationScoped
class PlanSnapshots implements SnapshotSource {

    private final PlanRepository plans;
    private final History history;

    PlanSnapshots(PlanRepository plans, History history) {
        this.plans = plans;
        this.history = history;
    }

    @Override
    public String aggregateType() {
        return PlanEvents.AGGREGATE_TYPE;
    }

    @Override
    public List<NewEvent> read(SnapshotRange range) {
        List<Plan> locked = plans.lock(RegionScope.province(), range);
        // Behind the locks: every change that is committed by now has its entry.
        Map<UUID, Instant> changed = history.lastChanges(
                PlanEvents.AGGREGATE_TYPE, locked.stream().map(Plan::id).toList());
        return locked.stream()
                .map(plan -> PlanEvents.snapshot(plan, changed.get(plan.id())))
                .toList();
    }
}
