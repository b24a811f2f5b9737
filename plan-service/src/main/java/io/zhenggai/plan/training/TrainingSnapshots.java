package io.zhenggai.plan.training;

import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.event.republish.SnapshotSource;
import io.zhenggai.kit.identity.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Training sessions told again, by one statement for any number of them; they never change and need no lock. */
@ApplicationScoped
class TrainingSnapshots implements SnapshotSource {

    private final TrainingRepository sessions;

    TrainingSnapshots(TrainingRepository sessions) {
        this.sessions = sessions;
    }

    @Override
    public String aggregateType() {
        return TrainingEvents.AGGREGATE_TYPE;
    }

    @Override
    public List<NewEvent> read(SnapshotRange range) {
        return sessions.list(RegionScope.province(), range).stream()
                .map(TrainingEvents::snapshot)
                .toList();
    }
}
