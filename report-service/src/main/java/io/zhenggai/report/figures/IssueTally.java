package io.zhenggai.report.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** How issues are counted for a {@link Tally}, in SQL: the rows to count, and what is counted of them. */
final class IssueTally {

    /**
     * What was rejected or merged into another one is no issue by itself. An issue is judged as of the day {@code judged_on}: what was
     * closed after it, or came back after it, was not by then.
     */
    private static final String JUDGED = """
            select *, status = 'CLOSED' and closed_on <= judged_on as closed_by_then
            from (select issue.*, came_back_on, {judged_on} as judged_on{columns}
                  from {issues} as issue left join (select recurrence_of as closed_id, min(registered_on) as came_back_on from issue
                                        where recurrence_of is not null and status <> 'REJECTED'
                                        group by recurrence_of) as recurrence on closed_id = id
                  where status not in ('REJECTED', 'MERGED')) as dated
            """;

    /**
     * Of the rows of {@link #judged}. Whose close-out was returned or revoked has requested it, although both take the date of the
     * request away; what is long-term has stages in the place of a deadline. The median of whole days is whole or half,
     * which a floating number holds exactly; it leaves the database as a whole number of tenths.
     */
    static final String COUNTS = """
            count(*) as total,
            count(*) filter (where closed_by_then) as closed,
            count(*) filter (where status = 'CARRIED_OVER') as carried_over,
            count(deadline) filter (where status <> 'LONG_TERM') as with_deadline,
            count(*) filter (where not closed_by_then and status <> 'LONG_TERM' and deadline < judged_on) as open_overdue,
            count(*) filter (where closed_by_then and closed_on > deadline) as closed_late,
            count(*) filter (where returns > 0) as returned,
            count(*) filter (where returns > 0 or revocations > 0 or close_out_requested_on <= judged_on) as ever_requested,
            count(*) filter (where closed_by_then and came_back_on <= judged_on) as came_back,
            coalesce(sum(closed_on - registered_on) filter (where closed_by_then), 0) as days_to_close,
            (10 * percentile_cont(0.5) within group (order by closed_on - registered_on) filter (where closed_by_then))::bigint
                as median_tenths,
            count(*) filter (where source = 'SELF_INSPECTION') as self_inspected
            """;

    private IssueTally() {}

    /**
     * @param issues what they are read from, in SQL
     * @param judgedOn the SQL expression of the day on which an issue is judged
     * @param columns further expressions, each behind a comma and with its name
     * @return a query for the rows to count
     */
    static String judged(String issues, String judgedOn, String columns) {
        return JUDGED.replace("{issues}", issues)
                .replace("{judged_on}", judgedOn)
                .replace("{columns}", columns);
    }

    /** @return what {@link #COUNTS} counted in the row at hand */
    static Figures read(ResultSet counted) throws SQLException {
        long median = counted.getLong("median_tenths");
        Optional<Long> medianTenths = counted.wasNull() ? Optional.empty() : Optional.of(median);
        return Figures.of(new Tally(
                counted.getLong("total"),
                counted.getLong("closed"),
                counted.getLong("with_deadline"),
                counted.getLong("open_overdue"),
                counted.getLong("closed_late"),
                counted.getLong("returned"),
                counted.getLong("ever_requested"),
                counted.getLong("came_back"),
                counted.getLong("days_to_close"),
                medianTenths,
                counted.getLong("self_inspected"),
                counted.getLong("carried_over")));
    }
}
