package io.zhenggai.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.StoredEntry;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.NewestFirst;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.personal.StoredRead;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.ToLongFunction;

/** Reads what is on record, each question within a scope: of whose things, or of whose people. */
@Singleton
class AuditTrail {

    private static final String HISTORY = "from history_entry where {conditions}";
    private static final String READS = "from personal_data_read where {conditions}";
    private static final String SEALS = "from seal where {conditions}";

    private final AgroalDataSource dataSource;

    AuditTrail(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<AuditEntry> history(RegionScope scope, AuditFilter filter, PageRequest page) {
        Conditions conditions = Conditions.inScope(scope, "city", "region")
                .and("aggregate_type = :type", "type", filter.aggregateType())
                .and("aggregate_id = :id", "id", filter.aggregateId())
                .and("action = :action", "action", filter.action())
                .and("person = :person", "person", filter.person())
                .and("at >= :from", "from", filter.from().map(AuditTrail::startOf))
                .and("at < :behindLast", "behindLast", filter.to().map(AuditTrail::endOf));
        return page(
                new NewestFirst(conditions, scope + filter.toString(), page),
                "select number, sequence, entry, hash ",
                HISTORY,
                found -> AuditEntry.of(
                        found.getLong("number"),
                        found.getLong("sequence"),
                        StoredEntry.read(found.getString("entry")),
                        hash(found)),
                AuditEntry::number);
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<PersonalDataRead> reads(RegionScope scope, ReadFilter filter, PageRequest page) {
        Conditions conditions = Conditions.inScope(scope, "city", "region")
                .and("person = :person", "person", filter.person())
                .and("owners @> array[:owner]", "owner", filter.owner())
                .and("at >= :from", "from", filter.from().map(AuditTrail::startOf))
                .and("at < :behindLast", "behindLast", filter.to().map(AuditTrail::endOf));
        return page(
                new NewestFirst(conditions, scope + filter.toString(), page),
                "select number, sequence, entry, hash ",
                READS,
                found -> PersonalDataRead.of(
                        found.getLong("number"),
                        found.getLong("sequence"),
                        StoredRead.read(found.getString("entry")),
                        hash(found)),
                PersonalDataRead::number);
    }

    /** Of all regions' chains together; the newest first; one statement, and one more when the total is asked for. */
    Page<Seal> seals(PageRequest page) {
        return page(
                new NewestFirst(Conditions.inScope(RegionScope.province(), "", ""), "seals", page),
                "select number, at, heads, hash ",
                SEALS,
                found -> new Seal(
                        found.getLong("number"),
                        found.getObject("at", OffsetDateTime.class).toInstant(),
                        found.getLong("heads"),
                        hash(found)),
                Seal::number);
    }

    private <T> Page<T> page(
            NewestFirst pages, String select, String from, NewestFirst.Reading<T> reading, ToLongFunction<T> numberOf) {
        try (Connection connection = dataSource.getConnection()) {
            return pages.read(connection, select + from, "select count(*) " + from, "number", reading, numberOf);
        } catch (SQLException e) {
            throw new IllegalStateException("what is on record could not be read", e);
        }
    }

    private static String hash(ResultSet found) throws SQLException {
        return HexFormat.of().formatHex(found.getBytes("hash"));
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
