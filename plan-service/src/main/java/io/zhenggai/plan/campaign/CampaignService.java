package io.zhenggai.plan.campaign;

import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Publishes campaigns and shows them. */
@ApplicationScoped
public class CampaignService {

    private final CampaignRepository campaigns;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    CampaignService(CampaignRepository campaigns, Outbox outbox, Ids ids, Clock clock) {
        this.campaigns = campaigns;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Publishes a campaign within the caller's transaction: stores it and tells it on its topic.
     *
     * @param caller who publishes; that it may is the calling operation's affair
     * @throws Refusal 422 naming every rule that is broken; 409 when a campaign of that document number is published already
     */
    @Transactional(TxType.MANDATORY)
    public CampaignView publish(Caller caller, NewCampaign campaign) {
        List<Violation> broken = CampaignRules.check(campaign);
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        CampaignView published = CampaignView.of(ids.next(), campaign, clock.instant(), caller.name());
        if (!campaigns.add(published, caller.person())) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "文号为“" + campaign.documentNumber() + "”的整改行动已经发布。",
                    "A campaign of this document number is published already.");
        }
        outbox.append(List.of(CampaignEvents.published(published)));
        return published;
    }

    /** @return the campaign; empty when there is none of that id */
    @Transactional
    public Optional<CampaignView> find(UUID id) {
        return campaigns.find(id);
    }
}
