package io.zhenggai.issue.lookback;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.republish.SnapshotRange;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Every question about look-backs, each within a caller's scope: within the whole province everything, within a part of it the look-backs of
 * which something of that part is told, and of these what is told.
 */
@ApplicationScoped
class LookBackRepository {

    /** Of which something within the scope is told; to who sees everything, all of them. */
    private static final String SHOWN = """
            select * from look_back
            where (:whole or exists (select from look_back_issue as one
                                     where one.look_back_id = look_back.id and one.told_at is not null and {scope}))
              and {filter}
            """;

    private static final String COUNT_SHOWN = SHOWN.replace("*", "count(*)");
    private static final String COUNTS = """
            select look_back_id, city_code, count(*) as drawn, count(told_at) as told,
                   count(*) filter (where finding = 'TRUE') as held_true,
                   count(*) filter (where finding = 'INCOMPLETE') as incomplete,
                   count(*) filter (where finding = 'FALSE') as falsified,
                   count(*) filter (where finding = 'RELAPSED') as relapsed
            from look_back_issue where drawn and look_back_id = any (:ids) and {conditions}
            group by look_back_id, city_code order by look_back_id, city_code
            """;

    private final AgroalDataSource dataSource;

    LookBackRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return whether everything is shown within the scope */
    static boolean isWhole(RegionScope scope) {
        return scope.equals(RegionScope.province());
    }

    /** One statement. */
    Optional<LookBack> find(RegionScope scope, UUID id) {
        return lookBacks(scope, filter().and("id = :id", "id", Optional.of(id)), "").stream()
                .findFirst();
    }

    /** One statement; the row stays locked until the transaction ends. */
    Optional<LookBack> lock(RegionScope scope, UUID id) {
        return lookBacks(scope, filter().and("id = :id", "id", Optional.of(id)), "for update").stream()
                .findFirst();
    }

    /** In the order of ids, up to the range's limit; one statement. The rows cannot be changed until the transaction ends. */
    List<LookBack> lock(RegionScope scope, SnapshotRange range) {
        Conditions filter = filter().and("id >= :from", "from", Optional.of(range.from()))
                .and("id <= :to", "to", Optional.of(range.to()));
        return lookBacks(scope, filter, "order by id limit " + range.limit() + " for share");
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<LookBack> list(RegionScope scope, LookBackFilter wanted, PageRequest page) {
        Conditions filter = filter().and("campaign_id = :campaignId", "campaignId", wanted.campaignId());
        Long total = page.withTotal()
                ? read(within(COUNT_SHOWN, scope, filter), parameters(scope, filter), row -> row.getLong(1))
                        .get(0)
                : null;
        String question = scope + wanted.toString();
        filter.and("id < :behind", "behind", page.cursor().map(text -> Cursor.decoded(text, question, 1)
                .id(0)));
        List<LookBack> fetched = lookBacks(scope, filter, "order by id desc" + page.limitInSql());
        return Page.of(
                fetched, page.limit(), last -> new Cursor(List.of(last.id().toString()), question), total);
    }

    private List<LookBack> lookBacks(RegionScope scope, Conditions filter, String end) {
        return read(within(SHOWN, scope, filter) + end, parameters(scope, filter), LookBackRows::lookBack);
    }

    /** What narrows beside the scope, which has a place of its own. */
    private static Conditions filter() {
        return Conditions.inScope(RegionScope.province(), "", "");
    }

    private static String within(String sql, RegionScope scope, Conditions filter) {
        return sql.replace(
                        "{scope}",
                        Conditions.inScope(scope, "one.city_code", "one.region_code")
                                .hql())
                .replace("{filter}", filter.hql());
    }

    private static Map<String, Object> parameters(RegionScope scope, Conditions filter) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.putAll(Conditions.inScope(scope, "", "").parameters());
        parameters.put("whole", isWhole(scope));
        return parameters;
    }

    /**
     * In the order of the draw; within a part of the province in that of the ids: by a digest a seed could be guessed. One statement, and one
     * more when the total is asked for.
     */
    Page<DrawnIssue> issues(RegionScope scope, UUID id, DrawnIssueFilter filter, PageRequest page) {
        Conditions conditions = shownIssues(scope)
                .and("look_back_id = :id", "id", Optional.of(id))
                .and("drawn = :drawn", "drawn", Optional.of(true).filter(wanted -> filter.drawn()))
                .and("city_code = :city", "city", filter.city())
                .and("finding = :finding", "finding", filter.finding().map(Enum::name))
                .and("(told_at is not null) = :told", "told", filter.told());
        Long total = page.withTotal()
                ? read(
                                "select count(*) from look_back_issue where " + conditions.hql(),
                                conditions.parameters(),
                                row -> row.getLong(1))
                        .get(0)
                : null;
        String question = scope.toString() + id + filter;
        String order = isWhole(scope) ? "digest" : "issue_id::text";
        conditions.and(order + " > :behind", "behind", page.cursor().map(text -> Cursor.decoded(text, question, 1)
                .keys()
                .get(0)));
        String sql =
                "select * from look_back_issue where " + conditions.hql() + " order by " + order + page.limitInSql();
        List<DrawnIssue> fetched = read(sql, conditions.parameters(), LookBackRows::issue);
        return Page.of(
                fetched,
                page.limit(),
                last -> new Cursor(
                        List.of(
                                isWhole(scope)
                                        ? String.valueOf(last.digest())
                                        : last.issueId().toString()),
                        question),
                total);
    }

    /** One statement. By its id or ledger number, as far as it was drawn. */
    Optional<DrawnIssue> issue(RegionScope scope, UUID id, String reference) {
        Conditions conditions = shownIssues(scope)
                .and("look_back_id = :id", "id", Optional.of(id))
                .and(
                        "drawn and (issue_id::text = :reference or ledger_number = :reference)",
                        "reference",
                        Optional.of(reference));
        return read(
                        "select * from look_back_issue where " + conditions.hql(),
                        conditions.parameters(),
                        LookBackRows::issue)
                .stream()
                .findFirst();
    }

    /** One statement. Of each look-back what was drawn of each city and found, in the order of their codes. */
    Map<UUID, List<CityCounts>> counts(RegionScope scope, Collection<UUID> ids) {
        Conditions conditions = shownIssues(scope);
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("ids", ids.toArray(UUID[]::new));
        Map<UUID, List<CityCounts>> counts = new HashMap<>();
        read(COUNTS.replace("{conditions}", conditions.hql()), parameters, row -> counts.computeIfAbsent(
                        row.getObject("look_back_id", UUID.class), key -> new ArrayList<>())
                .add(LookBackRows.counts(row)));
        return counts;
    }

    private static Conditions shownIssues(RegionScope scope) {
        Conditions conditions = Conditions.inScope(scope, "city_code", "region_code");
        return isWhole(scope)
                ? conditions
                : conditions.and("(told_at is not null) = :toldOnly", "toldOnly", Optional.of(true));
    }

    private <T> List<T> read(String sql, Map<String, Object> parameters, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = NamedStatement.prepare(connection, sql, parameters);
                ResultSet found = read.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reading.of(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the look-backs could not be read", e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet found) throws SQLException;
    }
}
