package io.zhenggai.report.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.ContentDigest;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.report.campaign.Campaigns;
import io.zhenggai.report.figures.FiguresService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Publishes rankings, and shows them to those whom they are for. */
@ApplicationScoped
class RankingPublicationService {

    private static final String AGGREGATE_TYPE = "ranking";

    private final RankingRepository rankings;
    private final FiguresService figures;
    private final Campaigns campaigns;
    private final Regions regions;
    private final History history;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper mapper;

    RankingPublicationService(
            RankingRepository rankings,
            FiguresService figures,
            Campaigns campaigns,
            Regions regions,
            History history,
            Ids ids,
            Clock clock,
            ObjectMapper mapper) {
        this.rankings = rankings;
        this.figures = figures;
        this.campaigns = campaigns;
        this.regions = regions;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
        this.mapper = mapper;
    }

    /**
     * Freezes the ranking of now: four statements (campaign, figures, ranking, history).
     *
     * @throws Refusal 422 for a campaign that is not published, and for who is no regional office
     */
    @Transactional
    PublishedRanking publish(Caller caller, NewRanking from) {
        campaigns
                .find(from.campaignId())
                .orElseThrow(() ->
                        Refusal.unprocessable("campaignId", "没有这一整改行动，或尚未发布", "no campaign of this id is published"));
        List<String> addressees = addressees(from.addressees());
        JsonNode ranking =
                mapper.valueToTree(figures.ranking(caller.scope(), from.campaignId(), from.withSelfInspection()));
        Instant now = clock.instant();
        PublishedRanking published = new PublishedRanking(
                ids.next(), from.campaignId(), from.title(), now, caller.name(), addressees, ranking);
        rankings.add(published);
        Map<String, Change> changes = FieldChanges.between(null, from);
        changes.put("ranking", Change.added(ContentDigest.of(StoredJson.write(ranking))));
        Aggregate aggregate = Aggregate.ofProvince(AGGREGATE_TYPE, published.id());
        history.add(new Deed(aggregate, 0, "PUBLISH", Act.of(caller, now), changes));
        return published;
    }

    /** In the order of the offices, each once. */
    private List<String> addressees(List<String> named) {
        List<String> offices = regions.offices().stream()
                .map(Region::code)
                .map(RegionCode::value)
                .toList();
        List<Violation> unknown = IntStream.range(0, named.size())
                .filter(i -> !offices.contains(named.get(i)))
                .mapToObj(i -> Violation.of(
                        "addressees[" + i + "]", "须为省辖市或济源示范区的代码", "must be the code of a region with an office"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.unprocessable(unknown);
        }
        return named.isEmpty()
                ? offices
                : offices.stream().filter(named::contains).toList();
    }

    /** @throws Refusal 404 when there is none for this caller */
    @Transactional
    PublishedRanking find(Caller caller, UUID id) {
        return rankings.find(caller.scope(), id).orElseThrow(() -> Refusal.notFound("排名", "ranking"));
    }

    @Transactional
    Page<ListedRanking> list(Caller caller, RankingFilter filter, PageRequest page) {
        return rankings.list(caller.scope(), filter, page);
    }
}
