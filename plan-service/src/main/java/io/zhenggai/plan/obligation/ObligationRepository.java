package io.zhenggai.plan.obligation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.plan.query.IdPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query of obligations, each within a scope; Panache's own unscoped ones are called in this class only. */
@ApplicationScoped
class ObligationRepository implements PanacheRepositoryBase<Obligation, UUID> {

    /** One statement. */
    Optional<Obligation> find(RegionScope scope, UUID id) {
        Conditions conditions = inScope(scope).and("id = :id", "id", Optional.of(id));
        return find(conditions.hql(), conditions.parameters()).firstResultOptional();
    }

    /**
     * One statement; the row stays locked until the transaction ends. In every transaction it is locked after the plan that
     * it follows, never before.
     *
     * @param scope of the debtor
     */
    Optional<Obligation> lock(
            RegionScope scope, UUID campaignId, ObligationCode code, String region, Optional<String> subjectRegion) {
        Conditions conditions = inScope(scope)
                .and("campaignId = :campaignId", "campaignId", Optional.of(campaignId))
                .and("code = :code", "code", Optional.of(code))
                .and("region = :region", "region", Optional.of(region))
                .and("subjectRegion = :subject", "subject", subjectRegion);
        return find(conditions.hql(), conditions.parameters())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * In the order of ids, up to the range's limit; one statement. The rows cannot be changed until the transaction ends.
     */
    List<Obligation> lock(RegionScope scope, SnapshotRange range) {
        Conditions conditions = inScope(scope)
                .and("id >= :from", "from", Optional.of(range.from()))
                .and("id <= :to", "to", Optional.of(range.to()));
        return find(conditions.hql(), Sort.ascending("id"), conditions.parameters())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .range(0, range.limit() - 1)
                .list();
    }

    /** In the order in which they were opened; one statement, and one more when the total is asked for. */
    Page<Obligation> list(RegionScope scope, ObligationFilter filter, PageRequest page) {
        Conditions filtered = inScope(scope)
                .and("campaignId = :campaignId", "campaignId", filter.campaignId())
                .and("region = :region", "region", filter.region())
                .and("status = :status", "status", filter.status())
                .and("code = :code", "code", filter.code());
        Long total = page.withTotal() ? count(filtered.hql(), filtered.parameters()) : null;
        String question = scope + filter.toString();
        Conditions conditions = filtered.and("id > :behind", "behind", IdPages.behind(page, question));
        List<Obligation> fetched = find(conditions.hql(), Sort.ascending("id"), conditions.parameters())
                .range(0, page.limit())
                .list();
        return IdPages.of(fetched, page, question, Obligation::id, total);
    }

    /** All of one campaign, by phase, then in the order in which they were opened; one statement. */
    List<Obligation> all(RegionScope scope, UUID campaignId) {
        Conditions conditions = inScope(scope).and("campaignId = :campaignId", "campaignId", Optional.of(campaignId));
        return list(conditions.hql(), Sort.ascending("phase", "id"), conditions.parameters());
    }

    /** A row belongs to its debtor's region as a whole, to no county and to no unit. */
    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "region", "region");
    }
}
