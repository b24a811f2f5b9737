package io.zhenggai.plan.testsupport;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.plan.campaign.CampaignService;
import java.util.UUID;

/** Publishes campaigns as the publication of a draft does. */
public final class Publishing {

    private Publishing() {}

    /** @return the id of a campaign like that of 2021, which only this test knows */
    public static UUID campaignLike2021() {
        CampaignService service =
                Arc.container().instance(CampaignService.class).get();
        return QuarkusTransaction.requiringNew().call(() -> service.publish(Callers.PROVINCE, Campaigns.like2021())
                .id());
    }
}
