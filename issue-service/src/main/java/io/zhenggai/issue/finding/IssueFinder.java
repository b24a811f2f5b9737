package io.zhenggai.issue.finding;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.finding.IssueOrder.Stretch;
import io.zhenggai.issue.ledger.IssueRows;
import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.kit.calendar.Light;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.Caller;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
    Page<IssueView> list(Caller caller, IssueFilter filter, IssueOrder order, LocalDate today, PageRequest page) {
        RegionScope scope = caller.scope();
        Duties duties = duties(caller, today);
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
                        duties,
                        filter,
                        today,
                        stretches.get(at),
                        at == first ? behind : Optional.empty(),
                        page.limit() + 1 - found.size());
                reader.rows().forEach(issue -> found.add(new Found(issue, stretch)));
            }
            Long total = page.withTotal() ? count(connection, caller, filter, today) : null;
            if (!filter.waitingForMe().isEmpty()) {
                tellWhatFor(connection, scope, duties, found);
            }
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

    private long count(Connection connection, Caller caller, IssueFilter filter, LocalDate today) throws SQLException {
        Conditions conditions = IssueConditions.ofAll(caller, filter, today, calendar);
        String sql = "select count(*) from issue where " + conditions.hql();
        try (PreparedStatement count = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet counted = count.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        }
    }

    /** One statement: what of each of the issues waits for the caller. */
    private static void tellWhatFor(Connection connection, RegionScope scope, Duties duties, List<Found> found)
            throws SQLException {
        String cases = duties.conditions().entrySet().stream()
                .map(duty -> "case when " + duty.getValue() + " then '" + duty.getKey() + "' end")
                .collect(Collectors.joining(", "));
        Conditions conditions = IssueRows.inScope(scope)
                .and("issue.id = any (cast(:ids as uuid[]))")
                .with(
                        "ids",
                        found.stream()
                                .map(one -> one.issue().fields().id().toString())
                                .toArray(String[]::new));
        duties.bind(conditions);
        String sql = "select issue.id, array_remove(array[" + cases + "]::text[], null) from issue where "
                + conditions.hql();
        Map<UUID, List<String>> waiting = new HashMap<>();
        try (PreparedStatement read = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                String[] kinds = (String[]) rows.getArray(2).getArray();
                waiting.put(rows.getObject(1, UUID.class), List.of(kinds));
            }
        }
        found.replaceAll(one -> new Found(
                one.issue().waitingFor(waiting.getOrDefault(one.issue().fields().id(), List.of())), one.stretch()));
    }

    /** One statement. What waits for a caller, each counted up to a bound: nobody's day is longer. */
    List<MyWork.Waiting> work(Caller caller, LocalDate today) {
        Duties duties = duties(caller, today);
        Conditions conditions = IssueRows.inScope(caller.scope());
        duties.bind(conditions);
        String sql = duties.conditions().entrySet().stream()
                .map(duty ->
                        "select '" + duty.getKey() + "', count(*) from (select from issue where " + conditions.hql()
                                + " and (" + duty.getValue() + ") limit " + (MyWork.MOST + 1) + ") as waiting")
                .collect(Collectors.joining(" union all "));
        if (sql.isEmpty()) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet rows = read.executeQuery()) {
            List<MyWork.Waiting> items = new ArrayList<>();
            while (rows.next()) {
                int count = rows.getInt(2);
                items.add(new MyWork.Waiting(
                        Duty.valueOf(rows.getString(1)), Math.min(count, MyWork.MOST), count > MyWork.MOST));
            }
            return items;
        } catch (SQLException e) {
            throw new IllegalStateException("what waits could not be counted", e);
        }
    }

    private Duties duties(Caller caller, LocalDate today) {
        return new Duties(caller, Light.lastYellow(today, calendar));
    }
}
