package io.zhenggai.kit.paging;

import io.zhenggai.kit.sql.NamedStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Pages of rows that are numbered as they come, the newest first.
 *
 * @param conditions the caller's scope and what narrows it
 * @param question the same in words, so that a cursor of another question is refused
 */
public record NewestFirst(Conditions conditions, String question, PageRequest page) {

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {
        /** @return what stands in the row at hand */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * One statement, and one more when the total is asked for.
     *
     * @param select ends with {@code {conditions}}
     * @param count ends with {@code {conditions}}
     * @param column the number's column
     */
    public <T> Page<T> read(
            Connection connection,
            String select,
            String count,
            String column,
            Reading<T> reading,
            ToLongFunction<T> numberOf)
            throws SQLException {
        Long total = page.withTotal() ? total(connection, count) : null;
        conditions.and(column + " < :behind", "behind", NumberedPages.behind(page, question));
        String sql =
                select.replace("{conditions}", conditions.hql()) + " order by " + column + " desc" + page.limitInSql();
        List<T> rows = new ArrayList<>();
        try (PreparedStatement read = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet found = read.executeQuery()) {
            while (found.next()) {
                rows.add(reading.read(found));
            }
        }
        return NumberedPages.of(rows, page, question, numberOf, total);
    }

    private long total(Connection connection, String count) throws SQLException {
        String sql = count.replace("{conditions}", conditions.hql());
        try (PreparedStatement read = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet counted = read.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
