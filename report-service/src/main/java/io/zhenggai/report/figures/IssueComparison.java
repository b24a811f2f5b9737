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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the issues of two periods, always within a scope, in one statement. */
@ApplicationScoped
class IssueComparison {

    private static final String TOPIC = Topics.of("issue");
    private static final String COMPARE = """
            select in_later, {key} as key, {standing} as standing, grouping(in_later) = 0 as of_period, {of_group} as of_group,
                   {counts}
            from ({judged}) as judged
            where in_later is not null and {conditions}
            group by grouping sets ((), (in_later){sets})
            order by of_period
            """;
    private static final String IN_LATER = "case when {day} between :laterFrom and :laterTo then true"
            + " when {day} between :earlierFrom and :earlierTo then false end";
    private static final String JUDGED_ON =
            "case when {day} >= :laterFrom then :laterJudgedOn else :earlierJudgedOn end";

    private final AgroalDataSource dataSource;
    private final Labels labels;

    IssueComparison(AgroalDataSource dataSource, Regions regions) {
        this.dataSource = dataSource;
        this.labels = new Labels(regions);
    }

    /** @param filter its period is not looked at */
    Counted compare(RegionScope scope, FigureFilter filter, Period later, Period earlier, GroupBy groupBy) {
        Conditions conditions = filter.conditionsWithoutPeriod(scope);
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("laterFrom", later.from());
        parameters.put("laterTo", later.to());
        parameters.put("laterJudgedOn", later.judgedOn());
        parameters.put("earlierFrom", earlier.from());
        parameters.put("earlierTo", earlier.to());
        parameters.put("earlierJudgedOn", earlier.judgedOn());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement compare =
                        NamedStatement.prepare(connection, statement(filter, groupBy, conditions), parameters);
                ResultSet counted = compare.executeQuery()) {
            // The set without a key has its row even where there is nothing to count.
            counted.next();
            Standing standing = Standing.read(TOPIC, counted.getString("standing"));
            Both total = new Both();
            SortedMap<String, Both> groups = new TreeMap<>();
            while (counted.next()) {
                Both both = counted.getBoolean("of_group") ? group(groups, counted.getString("key")) : total;
                both.put(counted.getBoolean("in_later"), IssueTally.read(counted));
            }
            return new Counted(total.figures(), groups(groupBy, groups), standing);
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be compared", e);
        }
    }

    /** What has no key, being in no group, is put aside. */
    private static Both group(Map<String, Both> groups, String key) {
        return key == null ? new Both() : groups.computeIfAbsent(key, any -> new Both());
    }

    private List<ComparedGroup> groups(GroupBy groupBy, SortedMap<String, Both> groups) {
        return groups.entrySet().stream()
                .map(group -> new ComparedGroup(
                        group.getKey(),
                        labels.of(groupBy, group.getKey()),
                        group.getValue().figures()))
                .toList();
    }

    private static String statement(FigureFilter filter, GroupBy groupBy, Conditions conditions) {
        boolean grouped = groupBy != GroupBy.NONE;
        String columns = ", " + IN_LATER + " as in_later" + (grouped ? ", " + groupBy.column() + " as group_key" : "");
        return COMPARE.replace("{judged}", IssueTally.judged(filter.issues(), JUDGED_ON, columns))
                .replace("{day}", "(" + filter.dated().column() + ")")
                .replace("{counts}", IssueTally.COUNTS)
                .replace("{standing}", Standing.subquery(TOPIC))
                .replace("{key}", grouped ? "group_key" : "null::text")
                .replace("{of_group}", grouped ? "grouping(group_key) = 0" : "false")
                .replace("{sets}", grouped ? ", (in_later, group_key)" : "")
                .replace("{conditions}", conditions.hql());
    }

    /**
     * What one statement counted.
     *
     * @param groups in the order of their keys
     */
    record Counted(ComparedFigures total, List<ComparedGroup> groups, Standing standing) {}

    /** The figures of both periods, as they are read. */
    private static final class Both {

        private Optional<Figures> later = Optional.empty();
        private Optional<Figures> earlier = Optional.empty();

        void put(boolean inLater, Figures figures) {
            if (inLater) {
                later = Optional.of(figures);
            } else {
                earlier = Optional.of(figures);
            }
        }

        ComparedFigures figures() {
            Figures nothing = Figures.of(Tally.NOTHING);
            return ComparedFigures.of(later.orElse(nothing), earlier.orElse(nothing));
        }
    }
}
