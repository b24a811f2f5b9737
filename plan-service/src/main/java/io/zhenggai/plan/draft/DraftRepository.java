package io.zhenggai.plan.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
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

/** Every query of drafts, each within a caller's scope; Panache's own unscoped ones are called in this class only. */
@ApplicationScoped
class DraftRepository implements PanacheRepositoryBase<CampaignDraft, UUID> {

    /** One statement. */
    Optional<CampaignDraft> find(RegionScope scope, UUID id) {
        return find(scope, id, LockModeType.NONE);
    }

    /** One statement; the row stays locked until the transaction ends, so that changes of one draft follow each other. */
    Optional<CampaignDraft> lock(RegionScope scope, UUID id) {
        return find(scope, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<CampaignDraft> find(RegionScope scope, UUID id, LockModeType lock) {
        Conditions conditions = inScope(scope).and("id = :id", "id", Optional.of(id));
        return find(conditions.hql(), conditions.parameters()).withLock(lock).firstResultOptional();
    }

    /** The newest first, without their readings; one statement, and one more when the total is asked for. */
    Page<DraftFields> list(RegionScope scope, Optional<DraftStatus> status, PageRequest page) {
        Conditions filtered = inScope(scope).and("status = :status", "status", status);
        Long total = page.withTotal() ? count(filtered.hql(), filtered.parameters()) : null;
        String question = scope + status.toString();
        Conditions conditions = filtered.and("id < :behind", "behind", IdPages.behind(page, question));
        List<DraftFields> fetched = find(conditions.hql(), Sort.descending("id"), conditions.parameters())
                .project(DraftFields.class)
                .range(0, page.limit())
                .list();
        return IdPages.of(fetched, page, question, DraftFields::id, total);
    }

    /** A draft is the province's as a whole: of no city, county or unit. */
    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "region", "region");
    }
}
