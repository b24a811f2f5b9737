package io.zhenggai.report.campaign;

import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the campaigns up to date. */
@ApplicationScoped
class CampaignEventHandler implements Projection {

    private final Campaigns campaigns;

    CampaignEventHandler(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String aggregateType() {
        return "campaign";
    }

    @Override
    public List<String> tables() {
        return List.of("campaign");
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("campaign.") && type.endsWith(".v1");
    }

    @Override
    public void keep(List<Event> events) {
        events.forEach(this::put);
    }

    private void put(Event event) {
        campaigns.put(new Campaign(
                event.aggregateId(), event.state(CampaignState.class).title()));
    }

    /** What is read of a campaign's state; the sender's has more. */
    record CampaignState(String title) {}
}
