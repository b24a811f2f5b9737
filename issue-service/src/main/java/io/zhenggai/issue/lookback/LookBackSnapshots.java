package io.zhenggai.issue.lookback;

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

/** Look-backs told again, by three statements for any number of them. */
@ApplicationScoped
class LookBackSnapshots implements SnapshotSource {

    private final LookBackRepository lookBacks;
    private final History history;

    LookBackSnapshots(LookBackRepository lookBacks, History history) {
        this.lookBacks = lookBacks;
        this.history = history;
    }

    @Override
    public String aggregateType() {
        return LookBackEvents.AGGREGATE_TYPE;
    }

    @Override
    public List<NewEvent> read(SnapshotRange range) {
        List<LookBack> locked = lookBacks.lock(RegionScope.province(), range);
        List<UUID> ids = locked.stream().map(LookBack::id).toList();
        // Behind the locks: every change that is committed by now has its entry.
        Map<UUID, Instant> changed = history.lastChanges(LookBackEvents.AGGREGATE_TYPE, ids);
        Map<UUID, List<CityCounts>> counts = lookBacks.counts(RegionScope.province(), ids);
        return locked.stream()
                .map(lookBack -> LookBackEvents.snapshot(
                        lookBack, counts.getOrDefault(lookBack.id(), List.of()), changed.get(lookBack.id())))
                .toList();
    }
}
