package io.zhenggai.issue.finding;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.ledger.FoundIn;
import io.zhenggai.issue.ledger.IssueRows;
import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.LedgerLine;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.sql.NamedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the ledger line by line, however long it is; within the transaction at hand. */
@ApplicationScoped
class LedgerLines {

    /** Lines that come from the database at a time, and are in memory at a time. */
    private static final int FETCHED = 500;

    private static final String BETWEEN_ITEMS = "\u001E";
    private static final String WITHIN_ITEM = "\u001F";

    /** Control characters stand in no document number. */
    private static final String READ = """
            select %s, (
                select string_agg(concat(item.source, chr(31), item.document_number), chr(30) order by item.id)
                from source_item as item where item.issue_id = issue.id
            ) as sources
            from issue where {conditions}
            order by issue.city_code, issue.registered_at, issue.id
            """.formatted(IssueRows.COLUMNS);

    private static final String COUNT =
            "select count(*) from (select from issue where {conditions} limit :behindMost) as counted";

    private final AgroalDataSource dataSource;
    private final WorkingCalendar calendar;

    LedgerLines(AgroalDataSource dataSource, WorkingCalendar calendar) {
        this.dataSource = dataSource;
        this.calendar = calendar;
    }

    /** One statement. Counts up to one more than the most. */
    int count(Caller caller, IssueFilter filter, LocalDate today, int most) {
        Conditions conditions = IssueConditions.ofAll(caller, filter, today, calendar);
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("behindMost", most + 1);
        String sql = COUNT.replace("{conditions}", conditions.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = NamedStatement.prepare(connection, sql, parameters);
                ResultSet counted = count.executeQuery()) {
            counted.next();
            return counted.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be counted", e);
        }
    }

    /** One statement, by a cursor. */
    void read(Caller caller, IssueFilter filter, LocalDate today, Consumer<LedgerLine> reader) {
        Conditions conditions = IssueConditions.ofAll(caller, filter, today, calendar);
        String sql = READ.replace("{conditions}", conditions.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = NamedStatement.prepare(connection, sql, conditions.parameters())) {
            read.setFetchSize(FETCHED);
            try (ResultSet found = read.executeQuery()) {
                while (found.next()) {
                    reader.accept(new LedgerLine(
                            IssueRows.read(found, today, calendar).fields(), sources(found.getString("sources"))));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be read", e);
        }
    }

    private static List<FoundIn> sources(String joined) {
        return Arrays.stream(joined.split(BETWEEN_ITEMS))
                .map(item -> item.split(WITHIN_ITEM, -1))
                .map(item -> new FoundIn(IssueSource.valueOf(item[0]), item[1].isEmpty() ? null : item[1]))
                .toList();
    }
}
