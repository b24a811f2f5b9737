package io.zhenggai.plan.campaign;

import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.event.republish.SnapshotSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Campaigns told again, by one statement for any number of them; they never change and need no lock. */
@ApplicationScoped
class CampaignSnapshots implements SnapshotSource {

    private final CampaignRepository campaigns;

    CampaignSnapshots(CampaignRepository campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String aggregateType() {
        return CampaignEvents.AGGREGATE_TYPE;
    }

    @Override
    public List<NewEvent> read(SnapshotRange range) {
        return campaigns.list(range).stream().map(CampaignEvents::snapshot).toList();
    }
}
