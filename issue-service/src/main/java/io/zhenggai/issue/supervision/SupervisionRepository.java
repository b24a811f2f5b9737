package io.zhenggai.issue.supervision;

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
 * Every question about supervisions, each within a caller's scope: within the whole province everything; a city sees what its office issues,
 * and, as every part of it does, what is signed and addressed to it.
 */
@ApplicationScoped
class SupervisionRepository {

    private static final String OF_UNIT = "one.unit = :scopeUnit";

    private static final String SHOWN = """
            select * from supervision
            where (:whole or issuer = :own
                   or signed_at is not null and exists (select from supervision_addressee as one
                                                        where one.supervision_id = supervision.id and {scope}))
              and {filter}
            """;
    private static final String COUNT_SHOWN = SHOWN.replace("*", "count(*)");
    private static final String ISSUES =
            "select * from supervision_issue where supervision_id = any (:ids) order by ledger_number";
    private static final String ADDRESSEES =
            "select * from supervision_addressee where supervision_id = any (:ids) order by ordinal";

    /** The cause counts for the very issue that it was proposed about; what is owed, for what is addressed to the issue's city. */
    private static final String STANDING = """
            select named.issue_id, supervision.id, kind, supervision.status,
                   case when supervision.issue_id = named.issue_id then cause end as cause,
                   case when supervision.issue_id = named.issue_id then basis end as basis,
                   (select min(addressee.reply_by) from supervision_addressee as addressee
                    where addressee.supervision_id = supervision.id and addressee.city_code = named.city_code
                      and supervision.status = 'SIGNED' and addressee.status in ('OWED', 'RETURNED')) as owed_since
            from supervision_issue as named
            join supervision on supervision.id = named.supervision_id
            where named.issue_id = any (:ids)
            """;

    private final AgroalDataSource dataSource;

    SupervisionRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return whether everything is shown within the scope */
    static boolean isWhole(RegionScope scope) {
        return scope.equals(RegionScope.province());
    }

    /** @return whether the scope is that of who issues: the province, or a city as a whole */
    static boolean isOfIssuer(RegionScope scope, String issuer) {
        return isWhole(scope)
                || scope.county().isEmpty()
                        && scope.unit().isEmpty()
                        && scope.city().filter(issuer::equals).isPresent();
    }

    /** Three statements. */
    Optional<Supervision> find(RegionScope scope, UUID id) {
        return supervisions(scope, filter().and("id = :id", "id", Optional.of(id)), "").stream()
                .findFirst();
    }

    /** Three statements; the row stays locked until the transaction ends. */
    Optional<Supervision> lock(RegionScope scope, UUID id) {
        return supervisions(scope, filter().and("id = :id", "id", Optional.of(id)), "for update").stream()
                .findFirst();
    }

    /** In the order of ids, without those that are not there; three statements. The rows stay locked until the transaction ends. */
    List<Supervision> lock(RegionScope scope, Collection<UUID> ids) {
        Conditions filter = filter().and("id = any (:wanted)", "wanted", Optional.of(ids.toArray(UUID[]::new)));
        return supervisions(scope, filter, "order by id for update");
    }

    /** In the order of ids, up to the range's limit; three statements. The rows cannot be changed until the transaction ends. */
    List<Supervision> lock(RegionScope scope, SnapshotRange range) {
        Conditions filter = filter().and("id >= :from", "from", Optional.of(range.from()))
                .and("id <= :to", "to", Optional.of(range.to()));
        return supervisions(scope, filter, "order by id limit " + range.limit() + " for share");
    }

    /** The newest first; three statements, and one more when the total is asked for. */
    Page<Supervision> list(RegionScope scope, SupervisionFilter wanted, PageRequest page) {
        Conditions filter = filter().and("kind = :kind", "kind", wanted.kind().map(Enum::name))
                .and("status = :status", "status", wanted.status().map(Enum::name))
                .and("issuer = :issuer", "issuer", wanted.issuer())
                .and(
                        "exists (select from supervision_addressee as addressed where addressed.supervision_id = supervision.id"
                                + " and addressed.city_code = :city)",
                        "city",
                        wanted.city())
                .and(
                        "exists (select from supervision_issue as named where named.supervision_id = supervision.id"
                                + " and named.ledger_number = :issue)",
                        "issue",
                        wanted.issue());
        Long total = page.withTotal()
                ? read(within(COUNT_SHOWN, scope, filter), parameters(scope, filter), row -> row.getLong(1))
                        .get(0)
                : null;
        String question = scope + wanted.toString();
        filter.and("id < :behind", "behind", page.cursor().map(text -> Cursor.decoded(text, question, 1)
                .id(0)));
        List<Supervision> fetched = supervisions(scope, filter, "order by id desc" + page.limitInSql());
        return Page.of(
                fetched, page.limit(), last -> new Cursor(List.of(last.id().toString()), question), total);
    }

    /** One statement. What there is about issues already, by their ids. */
    Map<UUID, List<Standing>> standing(Collection<UUID> issueIds) {
        Map<UUID, List<Standing>> standing = new HashMap<>();
        read(STANDING, Map.of("ids", issueIds.toArray(UUID[]::new)), row -> standing.computeIfAbsent(
                        row.getObject("issue_id", UUID.class), key -> new ArrayList<>())
                .add(SupervisionRows.standing(row)));
        return standing;
    }

    private List<Supervision> supervisions(RegionScope scope, Conditions filter, String end) {
        String sql = within(SHOWN, scope, filter) + end;
        List<Supervision> bare =
                read(sql, parameters(scope, filter), row -> SupervisionRows.supervision(row, List.of(), List.of()));
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, Object> ids =
                Map.of("ids", bare.stream().map(Supervision::id).toArray(UUID[]::new));
        Map<UUID, List<IssueUnderSupervision>> issues = new HashMap<>();
        read(ISSUES, ids, row -> issues.computeIfAbsent(ownerOf(row), key -> new ArrayList<>())
                .add(SupervisionRows.issue(row)));
        Map<UUID, List<Addressee>> addressees = new HashMap<>();
        read(ADDRESSEES, ids, row -> addressees
                .computeIfAbsent(ownerOf(row), key -> new ArrayList<>())
                .add(SupervisionRows.addressee(row)));
        return bare.stream()
                .map(one -> one.with(
                        issues.getOrDefault(one.id(), List.of()), addressees.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static UUID ownerOf(ResultSet row) throws SQLException {
        return row.getObject("supervision_id", UUID.class);
    }

    /** What narrows beside the scope, which has a place of its own. */
    private static Conditions filter() {
        return Conditions.inScope(RegionScope.province(), "", "");
    }

    private static String within(String sql, RegionScope scope, Conditions filter) {
        return sql.replace("{scope}", inScope(scope).hql()).replace("{filter}", filter.hql());
    }

    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "one.city_code", "one.region_code", OF_UNIT);
    }

    private static Map<String, Object> parameters(RegionScope scope, Conditions filter) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.putAll(inScope(scope).parameters());
        parameters.put("whole", isWhole(scope));
        parameters.put(
                "own", scope.city().filter(city -> isOfIssuer(scope, city)).orElse(""));
        return parameters;
    }

    <T> List<T> read(String sql, Map<String, Object> parameters, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = NamedStatement.prepare(connection, sql, parameters);
                ResultSet found = read.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reading.of(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the supervisions could not be read", e);
        }
    }

    interface Reading<T> {
        T of(ResultSet found) throws SQLException;
    }
}
