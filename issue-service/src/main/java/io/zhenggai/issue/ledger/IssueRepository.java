package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.zhenggai.issue.search.IssueText;
import io.zhenggai.issue.search.IssueTexts;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.sql.Columns;
import io.zhenggai.kit.sql.NamedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every query of the ledger, each within a caller's scope; Panache's own unscoped ones are called in this class only. */
@ApplicationScoped
class IssueRepository implements PanacheRepositoryBase<Issue, UUID> {

    /** HQL's own array_contains compares text[] with varchar[], for which PostgreSQL has no operator. */
    private static final String OF_UNIT = "leadUnit = :scopeUnit or registeredUnit = :scopeUnit"
            + " or cast(sql('? = any (?)', :scopeUnit, cooperatingUnits) as Boolean)";

    /** Of what a new issue has; it was never changed, and one event tells it. */
    private static final String INSERT = """
            insert into issue (version, event_version, id, ledger_number, campaign_id, city_code, region_code, source, description,
                               category, severity, status, registered_at, registered_by, registered_unit, recurrence_of, split_from,
                               answers_owed, answer_due_on, verifier)
            select 0, 1, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** What is searched of them is stored by the same statement. */
    private static final String INSERT_WITH_TEXTS = "with stored as (" + INSERT + ") " + IssueTexts.INSERT;

    private final AgroalDataSource dataSource;

    IssueRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement. */
    Optional<Issue> find(RegionScope scope, IssueReference reference) {
        return find(scope, reference, LockModeType.NONE);
    }

    /** One statement. An issue as it stands, for whoever only shows it: no entity, which the end of the transaction would compare. */
    Optional<IssueView> read(RegionScope scope, IssueReference reference, LocalDate today, WorkingCalendar calendar) {
        if (!reference.canFind()) {
            return Optional.empty();
        }
        Conditions conditions = IssueRows.inScope(scope)
                .and("issue.id = :id", "id", reference.id())
                .and(
                        "issue.ledger_number = :number",
                        "number",
                        reference.ledgerNumber().map(LedgerNumber::toString));
        String sql = "select " + IssueRows.COLUMNS + " from issue where " + conditions.hql();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet rows = read.executeQuery()) {
            return rows.next() ? Optional.of(IssueRows.read(rows, today, calendar)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the issue could not be read", e);
        }
    }

    /** One statement; the row stays locked until the transaction ends, so that changes of one issue follow each other. */
    Optional<Issue> lock(RegionScope scope, IssueReference reference) {
        return find(scope, reference, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * In the order of ids, up to the range's limit; one statement. The rows cannot be changed until the transaction ends.
     */
    List<Issue> lock(RegionScope scope, SnapshotRange range) {
        Conditions conditions = inScope(scope)
                .and("id >= :from", "from", Optional.of(range.from()))
                .and("id <= :to", "to", Optional.of(range.to()));
        return find(conditions.hql(), Sort.ascending("id"), conditions.parameters())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .range(0, range.limit() - 1)
                .list();
    }

    /**
     * One statement; the rows stay locked until the transaction ends. In the order of ids, so that two who lock several never wait for each
     * other in a circle; those that are not there are left out.
     */
    List<Issue> lock(RegionScope scope, Collection<IssueReference> references) {
        return find(scope, references, LockModeType.PESSIMISTIC_WRITE);
    }

    /** One statement; in the order of ids, and those that are not there are left out. */
    List<Issue> findAll(RegionScope scope, Collection<IssueReference> references) {
        return find(scope, references, LockModeType.NONE);
    }

    private List<Issue> find(RegionScope scope, Collection<IssueReference> references, LockModeType lock) {
        Set<UUID> ids = references.stream().flatMap(one -> one.id().stream()).collect(Collectors.toSet());
        Set<String> numbers = references.stream()
                .flatMap(one -> one.ledgerNumber().stream())
                .map(LedgerNumber::toString)
                .collect(Collectors.toSet());
        Map<String, Object> parameters = new HashMap<>(inScope(scope).parameters());
        parameters.put("ids", ids);
        parameters.put("numbers", numbers);
        return find(
                        inScope(scope).hql() + " and (id in :ids or ledgerNumber in :numbers)",
                        Sort.ascending("id"),
                        parameters)
                .withLock(lock)
                .list();
    }

    /** One statement. The issue that goes on in the place of another one; empty where none does, or that one is not there. */
    Optional<UUID> mergedInto(RegionScope scope, IssueReference reference) {
        if (!reference.canFind()) {
            return Optional.empty();
        }
        Conditions conditions = meaning(scope, reference);
        TypedQuery<UUID> query = getEntityManager()
                .createQuery(
                        "select mergedInto from Issue where mergedInto is not null and " + conditions.hql(),
                        UUID.class);
        conditions.parameters().forEach(query::setParameter);
        return query.getResultStream().findFirst();
    }

    /** One statement; in no order, and those that are not there are left out. */
    List<Issue> find(RegionScope scope, Collection<UUID> ids) {
        Conditions conditions = inScope(scope).and("id in :ids", "ids", Optional.of(ids));
        return find(conditions.hql(), conditions.parameters()).list();
    }

    /** One statement. The issues that are merged into one that was found within a scope: they are of the same region, and its own by that. */
    List<UUID> merged(UUID into) {
        return getEntityManager()
                .createQuery("select id from Issue where mergedInto = :into order by id", UUID.class)
                .setParameter("into", into)
                .getResultList();
    }

    /**
     * One statement. What goes on in the place of an issue that was found within a scope: of the same region, and told to whoever sees that
     * one by number and status alone, though a unit may not see it.
     */
    Optional<Successor> successor(UUID mergedInto) {
        return getEntityManager()
                .createQuery("select ledgerNumber, status from Issue where id = :id", Successor.class)
                .setParameter("id", mergedInto)
                .getResultStream()
                .findFirst();
    }

    private static Conditions meaning(RegionScope scope, IssueReference reference) {
        return inScope(scope)
                .and("id = :id", "id", reference.id())
                .and(
                        "ledgerNumber = :number",
                        "number",
                        reference.ledgerNumber().map(LedgerNumber::toString));
    }

    private Optional<Issue> find(RegionScope scope, IssueReference reference, LockModeType lock) {
        if (!reference.canFind()) {
            return Optional.empty();
        }
        Conditions conditions = meaning(scope, reference);
        return find(conditions.hql(), conditions.parameters()).withLock(lock).firstResultOptional();
    }

    /**
     * To be called before thousands of rows are inserted. A session that registered while the ledger was a few pages checks
     * its foreign keys by the plans of then, which read all of it: for each row of an import, and the ledger grows meanwhile.
     * The next check plans anew, once, by the size of now. To plan every check ({@code plan_cache_mode}) took half as long
     * again; to do without the foreign keys was no faster.
     */
    void forgetPlans() {
        getEntityManager().createNativeQuery("discard plans").executeUpdate();
    }

    /**
     * Stores new issues, each in the state in which it is told already, with what is searched of them. One statement for any number of them:
     * what Hibernate makes of many took several times as long, and whoever registers in the same city waits meanwhile.
     *
     * @param items the first source item of each
     */
    void add(List<Issue> registered, List<KeptSourceItem> items) {
        List<IssueFields> issues = registered.stream().map(Issue::fields).toList();
        List<IssueText> texts = IntStream.range(0, issues.size())
                .mapToObj(i -> SearchedText.of(
                        issues.get(i), Optional.ofNullable(items.get(i).item().documentNumber())))
                .toList();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT_WITH_TEXTS)) {
            Columns<IssueFields> columns = new Columns<>(insert, issues);
            columns.uuids(1, IssueFields::id);
            columns.texts(2, IssueFields::ledgerNumber);
            columns.uuids(3, IssueFields::campaignId);
            columns.texts(4, IssueFields::city);
            columns.texts(5, IssueFields::region);
            columns.names(6, IssueFields::source);
            columns.texts(7, IssueFields::description);
            columns.names(8, IssueFields::category);
            columns.names(9, IssueFields::severity);
            columns.names(10, IssueFields::status);
            columns.instants(11, IssueFields::registeredAt);
            new Columns<>(insert, registered).texts(12, Issue::registeredBy);
            columns.texts(13, IssueFields::registeredUnit);
            columns.uuids(14, IssueFields::recurrenceOf);
            columns.uuids(15, IssueFields::splitFrom);
            columns.ints(16, IssueFields::answersOwed);
            columns.dates(17, IssueFields::answerDueOn);
            columns.names(18, IssueFields::verifier);
            IssueTexts.bind(new Columns<>(insert, texts), 18);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be stored", e);
        }
    }

    /** In the order of ids; one statement. */
    List<Issue> list(RegionScope scope, UUID behind, int limit) {
        Conditions conditions = inScope(scope).and("id > :behind", "behind", Optional.of(behind));
        return find(conditions.hql(), Sort.ascending("id"), conditions.parameters())
                .range(0, limit - 1)
                .list();
    }

    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "city", "region", OF_UNIT);
    }
}
