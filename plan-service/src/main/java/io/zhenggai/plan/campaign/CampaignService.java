package io.zhenggai.plan.campaign;

import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.plan.obligation.ObligationService;
import io.zhenggai.plan.obligation.Opening;
import io.zhenggai.plan.query.IdPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Publishes campaigns and shows them. */
@ApplicationScoped
public class CampaignService {

    /** There is only one question about campaigns: they are not narrowed. */
    private static final String QUESTION = "campaigns";

    private final CampaignRepository campaigns;
    private final ObligationService obligations;
    private final Outbox outbox;
    private final History history;
    private final Ids ids;
    private final Clock clock;

    CampaignService(
            CampaignRepository campaigns,
            ObligationService obligations,
            Outbox outbox,
            History history,
            Ids ids,
            Clock clock) {
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.outbox = outbox;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return every rule that the campaign breaks as it is; none: it may be published */
    public List<Violation> violations(NewCampaign campaign) {
        return CampaignRules.check(campaign);
    }

    /**
     * Publishes a campaign within the caller's transaction: stores it, opens what its phases demand, and tells both on
     * their topics. Six round trips to the database.
     *
     * @param caller who publishes; that it may is the calling operation's affair
     * @throws Refusal 422 naming every rule that is broken; 409 naming it when a campaign of that document number is published already
     */
    @Transactional(TxType.MANDATORY)
    public CampaignView publish(Caller caller, NewCampaign campaign) {
        List<Violation> broken = violations(campaign);
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        CampaignView published = CampaignView.of(ids.next(), campaign, clock.instant(), caller.name());
        if (!campaigns.add(published, caller.person())) {
            throw publishedAlready(campaign);
        }
        outbox.append(List.of(CampaignEvents.published(published)));
        Act act = Act.of(caller, published.publishedAt());
        history.add(new Deed(
                Aggregate.ofProvince(CampaignEvents.AGGREGATE_TYPE, published.id()),
                0,
                "PUBLISH",
                act,
                FieldChanges.between(null, published)));
        obligations.open(published.id(), openings(campaign), act);
        return published;
    }

    private Refusal publishedAlready(NewCampaign campaign) {
        // Committed, and read committed: what stood in the way is there to be named.
        Map<String, Object> which = campaigns
                .idOfDocument(String.valueOf(campaign.documentNumber()))
                .<Map<String, Object>>map(id -> Map.of("campaignId", id))
                .orElse(Map.of());
        return new Refusal(
                ProblemType.CONFLICT,
                new Words(
                        "文号为“" + campaign.documentNumber() + "”的整改行动已经发布。",
                        "A campaign of this document number is published already."),
                List.of(),
                which);
    }

    private static List<Opening> openings(NewCampaign campaign) {
        return campaign.phases().stream()
                .flatMap(phase -> phase.demands().stream()
                        .map(demand ->
                                new Opening(phase.ordinal(), demand.code(), demand.title(), demand.dueOn(phase))))
                .toList();
    }

    @Transactional
    Page<CampaignView> list(PageRequest page) {
        Long total = page.withTotal() ? campaigns.count() : null;
        List<CampaignView> fetched = campaigns.list(IdPages.behind(page, QUESTION), page.limit() + 1);
        return IdPages.of(fetched, page, QUESTION, CampaignView::id, total);
    }

    /** @return the campaign; empty when there is none of that id */
    @Transactional
    public Optional<CampaignView> find(UUID id) {
        return campaigns.find(id);
    }
}
