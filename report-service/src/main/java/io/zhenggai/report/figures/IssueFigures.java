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
import java.util.stream.Collectors;

/** Counts issues, always within a scope. One statement each, so that total, groups and standing are of one moment. */
@ApplicationScoped
class IssueFigures {

    private static final String TOPIC = Topics.of("issue");
    private static final String COUNT = """
            select {grouped_by} as grouped_by, {key} as key, {standing} as standing,
                   {counts}
            from ({judged}) as judged
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
        Conditions conditions = filter.conditions(scope);
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("today", today);
        String sql = statement(filter, groupings, conditions);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = NamedStatement.prepare(connection, sql, parameters);
                ResultSet counted = count.executeQuery()) {
            // The set without a key has its row even where there is nothing to count.
            counted.next();
            Figures total = IssueTally.read(counted);
            Standing standing = Standing.read(TOPIC, counted.getString("standing"));
            Map<GroupBy, List<FigureGroup>> groups = new EnumMap<>(GroupBy.class);
            groupings.forEach(groupBy -> groups.put(groupBy, new ArrayList<>()));
            while (counted.next()) {
                GroupBy groupBy = GroupBy.valueOf(counted.getString("grouped_by"));
                String key = counted.getString("key");
                if (key != null) {
                    groups.get(groupBy).add(new FigureGroup(key, labels.of(groupBy, key), IssueTally.read(counted)));
                }
            }
            return new Counted(total, groups, standing);
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be counted", e);
        }
    }

    private static String statement(FigureFilter filter, List<GroupBy> groupings, Conditions conditions) {
        return COUNT.replace(
                        "{judged}", IssueTally.judged(filter.issues(), ":today", keys(groupings, ", {column} as ", "")))
                .replace("{counts}", IssueTally.COUNTS)
                .replace("{standing}", Standing.subquery(TOPIC))
                .replace("{grouped_by}", groupedBy(groupings))
                .replace("{key}", groupings.isEmpty() ? "null::text" : "coalesce(" + keys(groupings, "", ", ") + ")")
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
}
