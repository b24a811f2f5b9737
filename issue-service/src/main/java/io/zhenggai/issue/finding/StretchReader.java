package io.zhenggai.issue.finding;

import io.zhenggai.issue.finding.IssueOrder.Stretch;
import io.zhenggai.issue.ledger.IssueRows;
import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.issue.search.IssueText;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.sql.NamedStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the first rows of one stretch that lie in a scope and behind a cursor, and pass a filter.
 *
 * <p>Where an index leads along all that is asked for, it is read along that. Else it is read along what an index leads to, and so many rows are
 * tried, which finds what is frequent at once. What is so rare that none of them passes is looked up by whatever index it has, and sorted. The
 * database alone would guess how frequent it is, and where it guesses wrong read the whole ledger: what two conditions have to do with each
 * other, or with the order, it does not know.
 *
 * <p>Of the newest with a word, fewer are tried, for that is dear; then it is looked up among those that were registered since some time before, as
 * long as the tried ones let expect enough. So a word that a thousand issues of a large ledger have costs no thousand looks.
 *
 * @param behind where the page before ended; empty at the beginning of the stretch
 * @param wanted how many rows at the most
 */
record StretchReader(
        Connection connection,
        WorkingCalendar calendar,
        RegionScope scope,
        Duties duties,
        IssueFilter filter,
        LocalDate today,
        Stretch stretch,
        Optional<Cursor> behind,
        int wanted) {

    /** How many rows are tried at first: what an answer costs that finds nothing. */
    private static final int TRIED = 1_000;

    /** How many are tried where by those at first so many are enough. */
    private static final int TRIED_ON = 5_000;

    /** How many are tried where texts are looked at: five times as dear. */
    private static final int TRIED_BY_TEXT = 200;

    /** How many times as far back as the tried ones lie is looked where none of them passes. */
    private static final int FURTHER_BACK = 150;

    /** The furthest that this look reaches back: each quarter of a day is looked up in the index by itself. */
    private static final String FURTHEST = "interval '1000 hours'";

    /** From which quarter of a day until which is looked; no row where fewer are there than were tried, or where those reach as far back. */
    private static final String LOOKED_AT = """
            with tried as (%1$s),
                 looked_at as (select floor(extract(epoch from max(registered_at) - least(:times * (max(registered_at) - min(registered_at)), %2$s)) / %3$d)
                                          as first,
                                      floor(extract(epoch from max(registered_at)) / %3$d) as last
                               from tried having count(*) = %4$d and max(registered_at) - min(registered_at) < %2$s)
            """;

    private static final String EACH_QUARTER =
            "select cast(quarter as int) from looked_at, generate_series(first, last) as quarter";

    private static final String FROM_THE_FIRST =
            "issue.registered_at >= (select to_timestamp(first * " + IssueText.QUARTER_SECONDS + ") from looked_at)";

    private static final String COLUMNS = "select " + IssueRows.COLUMNS + " from ";

    /** One statement; two where few rows pass; three where that was misjudged, or a word is not found often enough among the newest. */
    List<IssueView> rows() throws SQLException {
        IssueFilter lead = filter.alongAnIndex(stretch.isInOrderOfRegistration());
        if (lead.equals(filter) && scope.unit().isEmpty()) {
            Conditions all = narrowed(scope, filter);
            return read(COLUMNS + "issue where " + all.hql() + stretch.orderBy() + PageRequest.limitInSql(wanted), all);
        }
        Conditions along = narrowed(new RegionScope(scope.city(), scope.county(), Optional.empty()), lead);
        return !text().isEmpty() && stretch.isNewestFirst() ? newest(along) : anyhow(along);
    }

    private List<IssueView> newest(Conditions along) throws SQLException {
        List<IssueView> found = trying(TRIED_BY_TEXT, along);
        if (found.size() == wanted) {
            return found;
        }
        // Twice as far as it takes if the others are as those: they are not quite.
        int times = found.isEmpty() ? FURTHER_BACK : Math.min(2 * wanted / found.size() + 1, FURTHER_BACK);
        List<IssueView> recent = registeredBefore(times, along);
        if (recent.size() == wanted) {
            return recent;
        }
        List<IssueView> lookedUp = lookedUp(TRIED_BY_TEXT, along);
        return lookedUp.isEmpty() ? found : lookedUp;
    }

    private List<IssueView> anyhow(Conditions along) throws SQLException {
        int tried = TRIED;
        List<IssueView> found = trying(tried, along);
        if (found.size() < wanted && found.size() * (TRIED_ON / TRIED) >= wanted) {
            tried = TRIED_ON;
            found = trying(tried, along);
        }
        if (found.size() == wanted) {
            return found;
        }
        List<IssueView> lookedUp = lookedUp(tried, along);
        return lookedUp.isEmpty() ? found : lookedUp;
    }

    private List<IssueView> trying(int most, Conditions along) throws SQLException {
        Conditions all = narrowed(scope, filter);
        along.parameters().forEach(all::with);
        text().narrowOneByOne(all);
        String tried = "select * from issue where " + along.hql() + stretch.orderBy() + PageRequest.limitInSql(most);
        return read(
                COLUMNS + "(" + tried + ") as issue where " + all.hql() + stretch.orderBy()
                        + PageRequest.limitInSql(wanted),
                all);
    }

    /** The newest of those that were registered not long before the tried ones, and of these. */
    private List<IssueView> registeredBefore(int times, Conditions along) throws SQLException {
        Conditions all = narrowed(scope, filter);
        along.parameters().forEach(all::with);
        text().narrowAtOnce(all, scope, filter, EACH_QUARTER);
        all.and(FROM_THE_FIRST).with("times", times);
        String tried = "select issue.registered_at from issue where " + along.hql() + stretch.orderBy()
                + PageRequest.limitInSql(TRIED_BY_TEXT);
        String sql = LOOKED_AT.formatted(tried, FURTHEST, IssueText.QUARTER_SECONDS, TRIED_BY_TEXT) + COLUMNS
                + "issue where " + all.hql() + stretch.orderByItself() + PageRequest.limitInSql(wanted);
        return read(sql, all);
    }

    /** None when there are fewer rows than were tried. */
    private List<IssueView> lookedUp(int tried, Conditions along) throws SQLException {
        Conditions all = narrowed(scope, filter);
        along.parameters().forEach(all::with);
        text().narrowAtOnce(all, scope, filter);
        String walked = "select from issue where " + along.hql() + stretch.orderBy() + PageRequest.limitInSql(tried);
        String sql = COLUMNS + "issue where (select count(*) from (" + walked + ") as walked) = " + tried + " and "
                + all.hql() + stretch.orderByItself() + PageRequest.limitInSql(wanted);
        return read(sql, all);
    }

    private TextSearch text() {
        return new TextSearch(filter.words());
    }

    private Conditions narrowed(RegionScope within, IssueFilter by) {
        Conditions conditions = IssueConditions.of(within, by, today, calendar);
        duties.narrow(conditions, by.waitingForMe());
        stretch.narrow(conditions, behind);
        return conditions;
    }

    private List<IssueView> read(String sql, Conditions conditions) throws SQLException {
        try (PreparedStatement list = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet rows = list.executeQuery()) {
            List<IssueView> issues = new ArrayList<>();
            while (rows.next()) {
                issues.add(IssueRows.read(rows, today, calendar));
            }
            return issues;
        }
    }
}
