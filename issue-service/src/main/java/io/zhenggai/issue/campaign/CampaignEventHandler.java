package io.zhenggai.issue.campaign;

import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

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
        CampaignState state = event.state(CampaignState.class);
        campaigns.put(new Campaign(
                state.id(),
                state.title(),
                state.year(),
                state.start(),
                state.end(),
                state.sources().stream().map(CampaignState.Source::code).collect(Collectors.toSet())));
    }

    /** What is read of a campaign's state; the sender's has more. */
    record CampaignState(UUID id, String title, int year, LocalDate start, LocalDate end, List<Source> sources) {
        record Source(String code) {}
    }
}
