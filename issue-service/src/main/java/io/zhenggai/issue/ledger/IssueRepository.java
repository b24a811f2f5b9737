package io.zhenggai.issue.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query of the ledger, each within a caller's scope; Panache's own unscoped ones are called in this class only. */
@ApplicationScoped
class IssueRepository implements PanacheRepositoryBase<Issue, UUID> {

    private static final String OF_UNIT =
            "leadUnit = :scopeUnit or registeredUnit = :scopeUnit or array_contains(cooperatingUnits, :scopeUnit)";

    /** One statement. */
    Optional<Issue> find(RegionScope scope, IssueReference reference) {
        return find(scope, reference, LockModeType.NONE);
    }

    /** One statement; the row stays locked until the transaction ends, so that changes of one issue follow each other. */
    Optional<Issue> lock(RegionScope scope, IssueReference reference) {
        return find(scope, reference, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Issue> find(RegionScope scope, IssueReference reference, LockModeType lock) {
        if (!reference.canFind()) {
            return Optional.empty();
        }
        Conditions conditions = inScope(scope)
                .and("id = :id", "id", reference.id())
                .and(
                        "ledgerNumber = :number",
                        "number",
                        reference.ledgerNumber().map(LedgerNumber::toString));
        return find(conditions.hql(), conditions.parameters()).withLock(lock).firstResultOptional();
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<Issue> list(RegionScope scope, IssueFilter filter, PageRequest page) {
        Conditions filtered = filtered(scope, filter);
        Long total = page.withTotal() ? count(filtered.hql(), filtered.parameters()) : null;
        String question = scope + filter.toString();
        Optional<UUID> behind = page.cursor()
                .map(text -> Cursor.decoded(text, question, 1).keys().get(0))
                .map(UUID::fromString);
        Conditions conditions = filtered.and("id < :behind", "behind", behind);
        List<Issue> fetched = find(conditions.hql(), Sort.descending("id"), conditions.parameters())
                .range(0, page.limit())
                .list();
        return Page.of(
                fetched, page.limit(), last -> new Cursor(List.of(last.id().toString()), question), total);
    }

    private static Conditions filtered(RegionScope scope, IssueFilter filter) {
        return inScope(scope)
                .and("campaignId = :campaignId", "campaignId", filter.campaignId())
                .and("city = :city", "city", filter.city())
                .and("region = :region", "region", filter.region())
                .and("status = :status", "status", filter.status())
                .and("source = :source", "source", filter.source())
                .and("category = :category", "category", filter.category())
                .and("severity = :severity", "severity", filter.severity());
    }

    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "city", "region", OF_UNIT);
    }
}
