package io.zhenggai.plan.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.plan.query.IdPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query of plans, each within a caller's scope; Panache's own unscoped ones are called in this class only. */
@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

    private static final String INSERT = """
            insert into plan (id, version, event_version, campaign_id, region_code, status, content, goal_count, task_count,
                              measure_count, drafted_at, returns)
            values (:id, :version, :eventVersion, :campaignId, :region, :status, :content, :goals, :tasks, :measures,
                    :draftedAt, 0)
            on conflict (campaign_id, region_code) do nothing
            """;

    /**
     * One statement, by hand for its last line. The plan is not managed: it is not to change any more in this transaction.
     *
     * @return whether it was added; not when the office has a plan in this campaign already
     */
    boolean add(Plan plan) {
        PlanFields fields = plan.fields();
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("id", plan.id())
                        .setParameter("version", plan.version())
                        .setParameter("eventVersion", plan.eventVersion())
                        .setParameter("campaignId", fields.campaignId())
                        .setParameter("region", fields.region())
                        .setParameter("status", fields.status().name())
                        .setParameter("content", StoredJson.write(plan.content()))
                        .setParameter("goals", fields.goalCount())
                        .setParameter("tasks", fields.taskCount())
                        .setParameter("measures", fields.measureCount())
                        .setParameter("draftedAt", fields.draftedAt())
                        .executeUpdate()
                == 1;
    }

    /** One statement. */
    Optional<Plan> find(RegionScope scope, UUID id) {
        return find(scope, id, LockModeType.NONE);
    }

    /** One statement; the row stays locked until the transaction ends, so that changes of one plan follow each other. */
    Optional<Plan> lock(RegionScope scope, UUID id) {
        return find(scope, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * In the order of ids, up to the range's limit; one statement. The rows cannot be changed until the transaction ends.
     */
    List<Plan> lock(RegionScope scope, SnapshotRange range) {
        Conditions conditions = inScope(scope)
                .and("id >= :from", "from", Optional.of(range.from()))
                .and("id <= :to", "to", Optional.of(range.to()));
        return find(conditions.hql(), Sort.ascending("id"), conditions.parameters())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .range(0, range.limit() - 1)
                .list();
    }

    private Optional<Plan> find(RegionScope scope, UUID id, LockModeType lock) {
        Conditions conditions = inScope(scope).and("id = :id", "id", Optional.of(id));
        return find(conditions.hql(), conditions.parameters()).withLock(lock).firstResultOptional();
    }

    /** The newest first, without their contents; one statement, and one more when the total is asked for. */
    Page<PlanFields> list(RegionScope scope, PlanFilter filter, PageRequest page) {
        Conditions filtered = inScope(scope)
                .and("campaignId = :campaignId", "campaignId", filter.campaignId())
                .and("region = :region", "region", filter.region())
                .and("status = :status", "status", filter.status());
        Long total = page.withTotal() ? count(filtered.hql(), filtered.parameters()) : null;
        String question = scope + filter.toString();
        Conditions conditions = filtered.and("id < :behind", "behind", IdPages.behind(page, question));
        List<PlanFields> fetched = find(conditions.hql(), Sort.descending("id"), conditions.parameters())
                .project(PlanFields.class)
                .range(0, page.limit())
                .list();
        return IdPages.of(fetched, page, question, PlanFields::id, total);
    }

    /** A row belongs to its office's region as a whole, to no county and to no unit. */
    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "region", "region");
    }
}
