package io.zhenggai.issue.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.zhenggai.kit.calendar.Light;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query of the ledger, each within a caller's scope; Panache's own unscoped ones are called in this class only. */
@ApplicationScoped
class IssueRepository implements PanacheRepositoryBase<Issue, UUID> {

    /** HQL's own array_contains compares text[] with varchar[], for which PostgreSQL has no operator. */
    private static final String OF_UNIT = "leadUnit = :scopeUnit or registeredUnit = :scopeUnit"
            + " or cast(sql('? = any (?)', :scopeUnit, cooperatingUnits) as Boolean)";

    private final WorkingCalendar calendar;

    IssueRepository(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

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

    /** Stores new issues, each in the state in which it is told already; in as few round trips as the driver can make of it. */
    void add(List<Issue> registered) {
        persist(registered);
        flush();
        // Thousands of rows of an import are not kept for the sake of one transaction.
        getEntityManager().clear();
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<Issue> list(RegionScope scope, IssueFilter filter, LocalDate today, PageRequest page) {
        Conditions filtered = filtered(scope, filter, today);
        Long total = page.withTotal() ? count(filtered.hql(), filtered.parameters()) : null;
        String question = scope + filter.toString();
        Optional<UUID> behind =
                page.cursor().map(text -> Cursor.decoded(text, question, 1).id(0));
        Conditions conditions = filtered.and("id < :behind", "behind", behind);
        List<Issue> fetched = find(conditions.hql(), Sort.descending("id"), conditions.parameters())
                .range(0, page.limit())
                .list();
        return Page.of(
                fetched, page.limit(), last -> new Cursor(List.of(last.id().toString()), question), total);
    }

    private Conditions filtered(RegionScope scope, IssueFilter filter, LocalDate today) {
        LocalDate lastYellow = Light.lastYellow(today, calendar);
        return inScope(scope)
                .and("campaignId = :campaignId", "campaignId", filter.campaignId())
                .and("city = :city", "city", filter.city())
                .and("region = :region", "region", filter.region())
                .and("status = :status", "status", filter.status())
                .and("source = :source", "source", filter.source())
                .and("category = :category", "category", filter.category())
                .and("severity = :severity", "severity", filter.severity())
                // A light is shown for what is still owed only; the bounds are those of Light.
                .and("status <> :closed", "closed", filter.light().map(light -> IssueStatus.CLOSED))
                .and("deadline < :today", "today", when(filter, Light.RED, today))
                .and("deadline >= :today", "today", when(filter, Light.YELLOW, today))
                .and("deadline <= :lastYellow", "lastYellow", when(filter, Light.YELLOW, lastYellow))
                .and("deadline > :lastYellow", "lastYellow", when(filter, Light.GREEN, lastYellow));
    }

    private static Optional<LocalDate> when(IssueFilter filter, Light light, LocalDate bound) {
        return filter.light().filter(light::equals).map(asked -> bound);
    }

    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "city", "region", OF_UNIT);
    }
}
