package io.zhenggai.report.figures;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.kit.sql.NamedStatement;
import io.zhenggai.report.query.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts issues, always within a scope. One statement each, so that total, groups and standing are of one moment. */
@ApplicationScoped
class IssueFigures {

    private static final String TOPIC = Topics.of("issue");

    /**
     * Whose close-out was returned or revoked has requested it, although both take the date of the request away. What was rejected or merged into
     * another one is no issue by itself; what is long-term has stages in the place of a deadline.
     */
    private static final String COUNT = """
            select {grouped_by} as grouped_by, {key} as key, {standing} as standing,
                   count(*) as total,
                   count(*) filter (where status = 'CLOSED') as closed,
                   count(deadline) filter (where status <> 'LONG_TERM') as with_deadline,
                   count(*) filter (where status not in ('CLOSED', 'LONG_TERM') and deadline < :today) as open_overdue,
                   count(*) filter (where status = 'CLOSED' and closed_on > deadline) as closed_late,
                   count(*) filter (where returns > 0) as returned,
                   count(*) filter (where returns > 0 or revocations > 0 or close_out_requested_on is not null) as ever_requested,
                   coalesce(sum(closed_on - registered_on) filter (where status = 'CLOSED'), 0) as days_to_close,
                   count(*) filter (where source = 'SELF_INSPECTION') as self_inspected
            from (select *{keys} from issue where status not in ('REJECTED', 'MERGED')) as keyed
            where {conditions}
            group by grouping sets ((){sets})
            order by grouped_by nulls first, key
            """;

    private final AgroalDataSource dataSource;
    private final Labels labels;

    IssueFigures(AgroalDataSource dataSource, Regions regions) {
        this.dataSource = dataSource;
        this.labels = new Labels(regions);
    }

    /** @param groupings by what to group, each beside the others; may be empty */
    Counted count(RegionScope scope, FigureFilter filter, List<GroupBy> groupings, LocalDate today) {
        Conditions conditions = Conditions.inScope(scope, "city_code", "region_code", "lead_unit = :scopeUnit")
                .and("campaign_id = :campaignId", "campaignId", filter.campaignId())
                .and("city_code = :city", "city", filter.city())
                .and(
                        "source <> :unranked",
                        "unranked",
                        filter.ranked() ? Optional.of("SELF_INSPECTION") : Optional.empty());
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("today", today);
        String sql = statement(groupings, conditions);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = NamedStatement.prepare(connection, sql, parameters);
                ResultSet counted = count.executeQuery()) {
            // The set without a key has its row even where there is nothing to count.
            counted.next();
            Figures total = figures(counted);
            Standing standing = Standing.read(TOPIC, counted.getString("standing"));
            Map<GroupBy, List<FigureGroup>> groups = new EnumMap<>(GroupBy.class);
            groupings.forEach(groupBy -> groups.put(groupBy, new ArrayList<>()));
            while (counted.next()) {
                GroupBy groupBy = GroupBy.valueOf(counted.getString("grouped_by"));
                String key = counted.getString("key");
                groups.get(groupBy).add(new FigureGroup(key, labels.of(groupBy, key), figures(counted)));
            }
            return new Counted(total, groups, standing);
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be counted", e);
        }
    }

    private static String statement(List<GroupBy> groupings, Conditions conditions) {
        return COUNT.replace("{standing}", Standing.subquery(TOPIC))
                .replace("{grouped_by}", groupedBy(groupings))
                .replace("{key}", groupings.isEmpty() ? "null::text" : "coalesce(" + keys(groupings, "", ", ") + ")")
                .replace("{keys}", keys(groupings, ", {column} as ", ""))
                .replace("{sets}", keys(groupings, ", ", ""))
                .replace("{conditions}", conditions.hql());
    }

    private static String groupedBy(List<GroupBy> groupings) {
        return groupings.isEmpty()
                ? "null::text"
                : groupings.stream()
                        .map(groupBy -> "when grouping(key_" + groupBy + ") = 0 then '" + groupBy + "'")
                        .collect(Collectors.joining(" ", "case ", " end"));
    }

    private static String keys(List<GroupBy> groupings, String before, String between) {
        return groupings.stream()
                .map(groupBy -> before.replace("{column}", groupBy.column()) + "key_" + groupBy)
                .collect(Collectors.joining(between));
    }

    /**
     * What one statement counted.
     *
     * @param groups for each of the groupings asked for, its groups in the order of their keys
     */
    record Counted(Figures total, Map<GroupBy, List<FigureGroup>> groups, Standing standing) {}

    private static Figures figures(ResultSet counted) throws SQLException {
        return Figures.of(new Tally(
                counted.getLong("total"),
                counted.getLong("closed"),
                counted.getLong("with_deadline"),
                counted.getLong("open_overdue"),
                counted.getLong("closed_late"),
                counted.getLong("returned"),
                counted.getLong("ever_requested"),
                counted.getLong("days_to_close"),
                counted.getLong("self_inspected")));
    }
}
