package io.zhenggai.plan.obligation;

import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.event.republish.SnapshotSource;
import io.zhenggai.kit.identity.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Obligations told again, by one statement for any number of them. */
@ApplicationScoped
class ObligationSnapshots implements SnapshotSource {

    private final ObligationRepository obligations;

    ObligationSnapshots(ObligationRepository obligations) {
        this.obligations = obligations;
    }

    @Override
    public String aggregateType() {
        return ObligationEvents.AGGREGATE_TYPE;
    }

    @Override
    public List<NewEvent> read(SnapshotRange range) {
        return obligations.lock(RegionScope.province(), range).stream()
                .map(ObligationEvents::snapshot)
                .toList();
    }
}
