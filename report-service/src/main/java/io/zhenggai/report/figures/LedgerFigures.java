package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.report.figures.IssueFigures.Counted;
import io.zhenggai.report.query.FigureQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The ledger of one campaign in figures 整改台账统计, all of one moment.
 *
 * @param figures of all issues
 * @param bySource in the order of their keys, as all groups
 * @param byRegion by the county, zone or city that the issue was registered for
 */
public record LedgerFigures(
        @JsonUnwrapped Figures figures,
        List<FigureGroup> bySource,
        List<FigureGroup> byCategory,
        List<FigureGroup> bySeverity,
        List<FigureGroup> byRegion,
        FigureQuery query) {

    private static final String NAME = "ledger.v2";
    private static final List<GroupBy> GROUPINGS =
            List.of(GroupBy.SOURCE, GroupBy.CATEGORY, GroupBy.SEVERITY, GroupBy.REGION);

    static LedgerFigures count(IssueFigures issues, RegionScope scope, UUID campaignId, LocalDate today) {
        FigureFilter filter = FigureFilter.of(campaignId, false);
        Counted counted = issues.count(scope, filter, GROUPINGS, today);
        Map<GroupBy, List<FigureGroup>> groups = counted.groups();
        return new LedgerFigures(
                counted.total(),
                groups.get(GroupBy.SOURCE),
                groups.get(GroupBy.CATEGORY),
                groups.get(GroupBy.SEVERITY),
                groups.get(GroupBy.REGION),
                FigureQuery.of(NAME, scope, campaignId, today, List.of(counted.standing())));
    }
}
