package io.zhenggai.issue.finding;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.finding.IssueOrder.Stretch;
import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.sql.NamedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every question about where issues are in the ledger, each within a caller's scope. */
@ApplicationScoped
class IssueFinder {

    private final AgroalDataSource dataSource;
    private final WorkingCalendar calendar;

    IssueFinder(AgroalDataSource dataSource, WorkingCalendar calendar) {
        this.dataSource = dataSource;
        this.calendar = calendar;
    }

    /**
     * Of each stretch of the order that the page lies in, nearly always one, at most three statements; one more when the total is asked for.
     */
    Page<IssueView> list(RegionScope scope, IssueFilter filter, IssueOrder order, LocalDate today, PageRequest page) {
        String question = scope.toString() + filter + order;
        Optional<Cursor> behind = page.cursor().map(text -> order.cursor(text, question));
        try (Connection connection = dataSource.getConnection()) {
            List<Found> found = new ArrayList<>();
            List<Stretch> stretches = order.stretches();
            int first = behind.map(IssueOrder::stretch).orElse(0);
            for (int at = first; at < stretches.size() && found.size() <= page.limit(); at++) {
                int stretch = at;
                StretchReader reader = new StretchReader(
                        connection,
                        calendar,
                        scope,
                        filter,
                        today,
                        stretches.get(at),
                        at == first ? behind : Optional.empty(),
                        page.limit() + 1 - found.size());
                reader.rows().forEach(issue -> found.add(new Found(issue, stretch)));
            }
            Long total = page.withTotal() ? count(connection, scope, filter, today) : null;
            return Page.of(
                            found,
                            page.limit(),
                            last -> order.cursorAt(last.stretch(), last.issue().fields(), question),
                            total)
                    .map(Found::issue);
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be listed", e);
        }
    }

    private record Found(IssueView issue, int stretch) {}

    private long count(Connection connection, RegionScope scope, IssueFilter filter, LocalDate today)
            throws SQLException {
        Conditions conditions = IssueConditions.of(scope, filter, today, calendar);
        new TextSearch(filter.words()).narrowAtOnce(conditions, scope, filter);
        String sql = "select count(*) from issue where " + conditions.hql();
        try (PreparedStatement count = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet counted = count.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
