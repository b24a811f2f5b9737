package io.zhenggai.report.trend;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.sql.NamedStatement;
import io.zhenggai.report.figures.FigureFilter;
import io.zhenggai.report.query.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what happened to issues interval by interval, always within a scope, in one statement. */
@ApplicationScoped
class IssueMoves {

    private static final String TOPIC = Topics.of("issue");

    /**
     * Up to four things happen to an issue, each on a day of its own: it is registered, closed, becomes overdue on the day after its
     * deadline and ceases to be so when it is closed; what is closed in time does both at once, which comes to nothing.
     */
    private static final String COUNT = """
            select date_trunc('{unit}', day)::date as start, {standing} as standing,
                   sum(registered) as registered, sum(closed) as closed, sum(overdue) as overdue
            from {issues} as issue
            cross join lateral (select case when status = 'CLOSED' then closed_on end as closed_day,
                                       case when status <> 'LONG_TERM' then deadline + 1 end as overdue_day) as days
            cross join lateral (values (registered_on, 1, 0, 0),
                                       (closed_day, 0, 1, 0),
                                       (overdue_day, 0, 0, 1),
                                       (case when closed_day is not null and overdue_day is not null
                                             then greatest(closed_day, overdue_day) end, 0, 0, -1))
                               as happened (day, registered, closed, overdue)
            where status not in ('REJECTED', 'MERGED') and day <= :last and {conditions}
            group by grouping sets ((), (date_trunc('{unit}', day)::date))
            order by grouping(date_trunc('{unit}', day)::date) desc
            """;

    private final AgroalDataSource dataSource;

    IssueMoves(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param filter its period is not looked at
     * @param last what happened later is left out
     */
    Counted count(RegionScope scope, FigureFilter filter, TrendInterval interval, LocalDate last) {
        Conditions conditions = filter.conditionsWithoutPeriod(scope);
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("last", last);
        String sql = COUNT.replace("{issues}", filter.issues())
                .replace("{unit}", interval.unit())
                .replace("{standing}", Standing.subquery(TOPIC))
                .replace("{conditions}", conditions.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = NamedStatement.prepare(connection, sql, parameters);
                ResultSet counted = count.executeQuery()) {
            // The set without a key has its row even where there is nothing to count.
            counted.next();
            Standing standing = Standing.read(TOPIC, counted.getString("standing"));
            SortedMap<LocalDate, Moves> moves = new TreeMap<>();
            while (counted.next()) {
                moves.put(
                        counted.getObject("start", LocalDate.class),
                        new Moves(
                                counted.getLong("registered"), counted.getLong("closed"), counted.getLong("overdue")));
            }
            return new Counted(moves, standing);
        } catch (SQLException e) {
            throw new IllegalStateException("what happened to issues could not be counted", e);
        }
    }

    /**
     * What one statement counted.
     *
     * @param moves by the first day of the interval, without those in which nothing happened
     */
    record Counted(SortedMap<LocalDate, Moves> moves, Standing standing) {}
}
