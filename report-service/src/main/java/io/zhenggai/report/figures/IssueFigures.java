package io.zhenggai.report.figures;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.report.query.NamedStatement;
import io.zhenggai.report.query.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts issues, always within a scope. One statement each, so that total, groups and standing are of one moment. */
@ApplicationScoped
class IssueFigures {

    private static final String TOPIC = Topics.of("issue");

    /** Whose close-out was returned has requested it, although a return takes the date of the request away. */
    private static final String COUNT = """
            select key, {standing} as standing,
                   count(*) as total,
                   count(*) filter (where status = 'CLOSED') as closed,
                   count(deadline) as with_deadline,
                   count(*) filter (where status <> 'CLOSED' and deadline < :today) as open_overdue,
                   count(*) filter (where status = 'CLOSED' and closed_on > deadline) as closed_late,
                   count(*) filter (where returns > 0) as returned,
                   count(*) filter (where returns > 0 or close_out_requested_on is not null) as ever_requested,
                   coalesce(sum(closed_on - registered_on) filter (where status = 'CLOSED'), 0) as days_to_close,
                   count(*) filter (where source = 'SELF_INSPECTION') as self_inspected
            from (select *, {key} as key from issue) as keyed
            where {conditions}
            group by grouping sets ((), (key))
            order by grouping(key) desc, key
            """;

    private final AgroalDataSource dataSource;
    private final Labels labels;

    IssueFigures(AgroalDataSource dataSource, Regions regions) {
        this.dataSource = dataSource;
        this.labels = new Labels(regions);
    }

    FigureTable count(RegionScope scope, FigureFilter filter, GroupBy groupBy, Instant at, LocalDate today) {
        Conditions conditions = Conditions.inScope(scope, "city_code", "region_code", "lead_unit = :scopeUnit")
                .and("campaign_id = :campaignId", "campaignId", filter.campaignId())
                .and("city_code = :city", "city", filter.city())
                .and(
                        "source <> :unranked",
                        "unranked",
                        filter.ranked() ? Optional.of("SELF_INSPECTION") : Optional.empty());
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("today", today);
        String sql = statement(groupBy, conditions);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = NamedStatement.prepare(connection, sql, parameters);
                ResultSet counted = count.executeQuery()) {
            // The set without a key has its row even where there is nothing to count.
            counted.next();
            Figures total = figures(counted);
            Standing standing = Standing.read(TOPIC, counted.getString("standing"));
            List<FigureGroup> groups = new ArrayList<>();
            while (groupBy != GroupBy.NONE && counted.next()) {
                String key = counted.getString("key");
                groups.add(new FigureGroup(key, labels.of(groupBy, key), figures(counted)));
            }
            return new FigureTable(at, today, filter, groupBy, total, groups, standing);
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be counted", e);
        }
    }

    private static String statement(GroupBy groupBy, Conditions conditions) {
        return COUNT.replace("{standing}", Standing.subquery(TOPIC))
                .replace("{key}", groupBy.column().orElse("null::text"))
                .replace("{conditions}", conditions.hql());
    }

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
