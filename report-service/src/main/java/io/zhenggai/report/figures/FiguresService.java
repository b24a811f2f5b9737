package io.zhenggai.report.figures;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.report.figures.IssueFigures.Counted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Answers questions for figures as they stand now. */
@ApplicationScoped
public class FiguresService {

    private final IssueFigures issues;
    private final IssueComparison comparisons;
    private final Regions regions;
    private final Clock clock;

    FiguresService(IssueFigures issues, IssueComparison comparisons, Regions regions, Clock clock) {
        this.issues = issues;
        this.comparisons = comparisons;
        this.regions = regions;
        this.clock = clock;
    }

    /** @return the figures of the issues within the scope */
    @Transactional
    public FigureTable figures(RegionScope scope, FigureFilter filter, GroupBy groupBy) {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        Counted counted = issues.count(scope, filter, groupBy.asList(), today);
        List<FigureGroup> groups = counted.groups().getOrDefault(groupBy, List.of());
        return new FigureTable(now, today, filter, groupBy, counted.total(), groups, counted.standing());
    }

    /**
     * @param filter its period, which must have both ends, is compared with the other one
     * @return the figures of both, in one statement
     */
    @Transactional
    public FigureComparison comparison(RegionScope scope, FigureFilter filter, ComparedWith with, GroupBy groupBy) {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        Period period = Period.of(filter.from().orElseThrow(), filter.to().orElseThrow(), today);
        Period before = period.before(with, today);
        IssueComparison.Counted counted = comparisons.compare(scope, filter, period, before, groupBy);
        return new FigureComparison(
                now,
                today,
                filter,
                period,
                with,
                before,
                groupBy,
                counted.total(),
                counted.groups(),
                counted.standing());
    }

    /** @return the ledger of one campaign within the scope, in one statement */
    @Transactional
    public LedgerFigures ledger(RegionScope scope, UUID campaignId, LocalDate today) {
        return LedgerFigures.count(issues, scope, campaignId, today);
    }

    /** @return every office of the scope, whether it has issues or not */
    @Transactional
    public RankingTable ranking(RegionScope scope, UUID campaignId, boolean withSelfInspection) {
        FigureFilter filter = FigureFilter.of(campaignId, !withSelfInspection);
        FigureTable counted = figures(scope, filter, GroupBy.CITY);
        Map<String, FigureGroup> byCity =
                counted.groups().stream().collect(Collectors.toMap(FigureGroup::key, group -> group));
        List<FigureGroup> offices = regions.offices().stream()
                .map(office -> byCity.getOrDefault(office.code().value(), without(office)))
                .toList();
        return new RankingTable(counted.at(), counted.today(), filter, Ranking.of(offices), counted.standing());
    }

    private static FigureGroup without(Region office) {
        Figures nothing = Figures.of(Tally.NOTHING);
        return new FigureGroup(office.code().value(), Optional.of(office.name()), nothing);
    }
}
