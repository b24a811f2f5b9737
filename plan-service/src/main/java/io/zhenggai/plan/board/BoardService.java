package io.zhenggai.plan.board;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.plan.board.Board.Cell;
import io.zhenggai.plan.board.Board.Row;
import io.zhenggai.plan.campaign.CampaignService;
import io.zhenggai.plan.obligation.ObligationService;
import io.zhenggai.plan.obligation.ObligationView;
import io.zhenggai.plan.obligation.OfficeScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays a campaign's obligations out as a board. */
@ApplicationScoped
public class BoardService {

    private final CampaignService campaigns;
    private final ObligationService obligations;
    private final Regions regions;

    BoardService(CampaignService campaigns, ObligationService obligations, Regions regions) {
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.regions = regions;
    }

    /**
     * Two statements.
     *
     * @throws Refusal 404 when there is no such campaign
     */
    @Transactional
    Board board(Caller caller, UUID campaignId) {
        RegionScope scope = OfficeScope.of(caller);
        campaigns.find(campaignId).orElseThrow(() -> Refusal.notFound("整改行动", "campaign"));
        Map<String, List<Cell>> cells = obligations.all(caller, campaignId).stream()
                .collect(
                        Collectors.groupingBy(BoardService::debtor, Collectors.mapping(Cell::of, Collectors.toList())));
        List<Row> rows = Stream.concat(regions.offices().stream(), Stream.of(regions.province()))
                .filter(region -> covers(scope, region))
                .map(region -> row(region, cells))
                .toList();
        return new Board(campaignId, rows);
    }

    private static Row row(Region region, Map<String, List<Cell>> cells) {
        String code = region.code().value();
        return new Row(code, region.name(), cells.getOrDefault(code, List.of()));
    }

    private static boolean covers(RegionScope scope, Region region) {
        String code = region.code().value();
        return scope.covers(code, code);
    }

    private static String debtor(ObligationView obligation) {
        return obligation.fields().region();
    }
}
