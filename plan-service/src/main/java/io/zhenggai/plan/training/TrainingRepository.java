package io.zhenggai.plan.training;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.plan.query.IdPages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query of sessions, each within a caller's scope; Panache's own unscoped ones are called in this class only. */
@ApplicationScoped
class TrainingRepository implements PanacheRepositoryBase<TrainingSession, UUID> {

    /** One statement. */
    Optional<TrainingSession> find(RegionScope scope, UUID id) {
        Conditions conditions = inScope(scope).and("id = :id", "id", Optional.of(id));
        return find(conditions.hql(), conditions.parameters()).firstResultOptional();
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<TrainingSession> list(RegionScope scope, TrainingFilter filter, PageRequest page) {
        Conditions filtered = inScope(scope)
                .and("campaignId = :campaignId", "campaignId", filter.campaignId())
                .and("region = :region", "region", filter.region())
                .and("kind = :kind", "kind", filter.kind());
        Long total = page.withTotal() ? count(filtered.hql(), filtered.parameters()) : null;
        String question = scope + filter.toString();
        Conditions conditions = filtered.and("id < :behind", "behind", IdPages.behind(page, question));
        List<TrainingSession> fetched = find(conditions.hql(), Sort.descending("id"), conditions.parameters())
                .range(0, page.limit())
                .list();
        return IdPages.of(fetched, page, question, TrainingSession::id, total);
    }

    /** In the order of ids, up to the range's limit; one statement. */
    List<TrainingSession> list(RegionScope scope, SnapshotRange range) {
        Conditions conditions = inScope(scope)
                .and("id >= :from", "from", Optional.of(range.from()))
                .and("id <= :to", "to", Optional.of(range.to()));
        return find(conditions.hql(), Sort.ascending("id"), conditions.parameters())
                .range(0, range.limit() - 1)
                .list();
    }

    /** A row belongs to the region that held it as a whole, to no county and to no unit. */
    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "region", "region");
    }
}
