package io.zhenggai.issue.delivery;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.finding.OtherWork;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.KeepsEncrypted;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.identity.Role;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every question about proposals, each within a caller's scope or about what is being delivered. */
@ApplicationScoped
class SourceItemProposals implements KeepsEncrypted, OtherWork {

    private static final String SELECT = "select * from source_item_proposal where {conditions} ";
    private static final String COUNT = "select count(*) from source_item_proposal where {conditions}";
    private static final String PENDING = """
            select source_key, id from source_item_proposal where source_key = any (:keys) and status = 'PENDING'
            """;

    private final AgroalDataSource dataSource;
    private final SourceItemProposalRows rows;

    SourceItemProposals(AgroalDataSource dataSource, SourceItemProposalRows rows) {
        this.dataSource = dataSource;
        this.rows = rows;
    }

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return SourceItemProposalRows.ENCRYPTED;
    }

    /** One statement. @return the pending proposal of each of these source items that has one, by its key */
    Map<String, UUID> pending(List<String> keys) {
        Map<String, UUID> pending = new HashMap<>();
        read(
                PENDING,
                Map.of("keys", keys.toArray(String[]::new)),
                row -> pending.put(row.getString("source_key"), row.getObject("id", UUID.class)));
        return pending;
    }

    /** One statement. */
    Optional<SourceItemProposal> find(RegionScope scope, UUID id) {
        return proposals(withId(scope, id), "").stream().findFirst();
    }

    /** One statement; the row stays locked until the transaction ends. */
    Optional<SourceItemProposal> lock(RegionScope scope, UUID id) {
        return proposals(withId(scope, id), "for update").stream().findFirst();
    }

    /** The oldest first, as they wait; one statement, and one more when the total is asked for. */
    Page<SourceItemProposal> list(RegionScope scope, SourceItemProposalFilter filter, PageRequest page) {
        Conditions conditions = inScope(scope)
                .and("status = :status", "status", Optional.of(filter.status().name()))
                .and("city_code = :city", "city", filter.city());
        Long total = page.withTotal()
                ? read(COUNT.replace("{conditions}", conditions.hql()), conditions.parameters(), row -> row.getLong(1))
                        .get(0)
                : null;
        String question = scope + filter.toString();
        conditions.and("id > :behind", "behind", page.cursor().map(text -> Cursor.decoded(text, question, 1)
                .id(0)));
        List<SourceItemProposal> fetched = proposals(conditions, "order by id" + page.limitInSql());
        return Page.of(
                fetched, page.limit(), last -> new Cursor(List.of(last.id().toString()), question), total);
    }

    @Override
    public List<WaitingMatter> waitingFor(Caller caller) {
        if (caller.role() != Role.PROVINCE && caller.role() != Role.OFFICE) {
            return List.of();
        }
        Conditions conditions = inScope(caller.scope()).and("status = 'PENDING'");
        String sql = OtherWork.counting("select from source_item_proposal where " + conditions.hql());
        return read(
                sql,
                conditions.parameters(),
                row -> WaitingMatter.of(Matter.DECIDE_SOURCE_ITEM_PROPOSAL, row.getLong(1)));
    }

    private static Conditions withId(RegionScope scope, UUID id) {
        return inScope(scope).and("id = :id", "id", Optional.of(id));
    }

    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "city_code", "region_code");
    }

    private List<SourceItemProposal> proposals(Conditions conditions, String end) {
        return read(SELECT.replace("{conditions}", conditions.hql()) + end, conditions.parameters(), rows::read);
    }

    private <T> List<T> read(String sql, Map<String, Object> parameters, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = NamedStatement.prepare(connection, sql, parameters);
                ResultSet found = read.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (found.next()) {
                all.add(reading.of(found));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the proposals could not be read", e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet found) throws SQLException;
    }
}
