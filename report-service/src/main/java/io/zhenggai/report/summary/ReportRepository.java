package io.zhenggai.report.summary;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query of the reports, each within a caller's scope; Panache's own unscoped ones are called in this class only. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

    private static final String INSERT = """
            insert into report (id, version, event_version, campaign_id, region_code, status, content, return_reasons, returns)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0)
            on conflict on constraint report_once do nothing
            """;

    private final AgroalDataSource dataSource;

    ReportRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Stores a draft; one statement. Not by {@code persist}: a second report of the same office and campaign must be found
     * without a failed insert, which would end the transaction.
     *
     * @return whether it is stored: false where there is a report of this office and campaign
     */
    boolean add(Report draft) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, draft.id());
            insert.setLong(2, draft.version());
            insert.setLong(3, draft.eventVersion());
            insert.setObject(4, draft.campaignId());
            insert.setString(5, draft.region());
            insert.setString(6, draft.status().name());
            insert.setString(7, StoredJson.write(draft.content()));
            insert.setString(8, StoredJson.write(List.of()));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the report could not be stored", e);
        }
    }

    /** One statement. */
    Optional<Report> find(RegionScope scope, UUID id) {
        return find(scope, id, LockModeType.NONE);
    }

    /** One statement; the row stays locked until the transaction ends, so that changes of one report follow each other. */
    Optional<Report> lock(RegionScope scope, UUID id) {
        return find(scope, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * In the order of ids, up to the range's limit; one statement. The rows cannot be changed until the transaction ends.
     */
    List<Report> lock(RegionScope scope, SnapshotRange range) {
        Conditions conditions = inScope(scope)
                .and("id >= :from", "from", Optional.of(range.from()))
                .and("id <= :to", "to", Optional.of(range.to()));
        return find(conditions.hql(), Sort.ascending("id"), conditions.parameters())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .range(0, range.limit() - 1)
                .list();
    }

    private Optional<Report> find(RegionScope scope, UUID id, LockModeType lock) {
        Conditions conditions = inScope(scope).and("id = :id", "id", Optional.of(id));
        return find(conditions.hql(), conditions.parameters()).withLock(lock).firstResultOptional();
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<ReportRow> list(RegionScope scope, ReportFilter filter, PageRequest page) {
        Conditions filtered = inScope(scope)
                .and("campaignId = :campaignId", "campaignId", filter.campaignId())
                .and("region = :region", "region", filter.region())
                .and("status = :status", "status", filter.status());
        Long total = page.withTotal() ? count(filtered.hql(), filtered.parameters()) : null;
        String question = scope + filter.toString();
        Optional<UUID> behind =
                page.cursor().map(text -> Cursor.decoded(text, question, 1).id(0));
        Conditions conditions = filtered.and("id < :behind", "behind", behind);
        List<ReportRow> fetched = find(conditions.hql(), Sort.descending("id"), conditions.parameters())
                .project(ReportRow.class)
                .range(0, page.limit())
                .list();
        return Page.of(
                fetched, page.limit(), last -> new Cursor(List.of(last.id().toString()), question), total);
    }

    /** A report is an office's: no county's, and no unit's. */
    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "region", "region");
    }
}
