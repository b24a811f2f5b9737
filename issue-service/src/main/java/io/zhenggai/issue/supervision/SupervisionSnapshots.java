package io.zhenggai.issue.supervision;

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

/** Supervisions told again, by four statements for any number of them. */
@ApplicationScoped
class SupervisionSnapshots implements SnapshotSource {

    private final SupervisionRepository supervisions;
    private final History history;

    SupervisionSnapshots(SupervisionRepository supervisions, History history) {
        this.supervisions = supervisions;
        this.history = history;
    }

    @Override
    public String aggregateType() {
        return SupervisionEvents.AGGREGATE_TYPE;
    }

    @Override
    public List<NewEvent> read(SnapshotRange range) {
        List<Supervision> locked = supervisions.lock(RegionScope.province(), range);
        // Behind the locks: every change that is committed by now has its entry.
        Map<UUID, Instant> changed = history.lastChanges(
                SupervisionEvents.AGGREGATE_TYPE,
                locked.stream().map(Supervision::id).toList());
        return locked.stream()
                .map(one -> SupervisionEvents.snapshot(one, changed.get(one.id())))
                .toList();
    }
}
