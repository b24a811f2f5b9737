package io.zhenggai.issue.lookback;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What is written of look-backs, each in the transaction at hand. */
@ApplicationScoped
class LookBackTable {

    /** Rows of one insert: little that is held at a time. */
    private static final int CHUNK = 5_000;

    private static final String INSERT = """
            insert into look_back (id, version, campaign_id, closed_from, closed_to, regions, sources, per_city, size, percentage, seed,
                                   seed_chosen, population, drawn, drawn_at, drawn_by, drawn_by_person)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_ISSUES = """
            insert into look_back_issue (look_back_id, issue_id, ledger_number, city_code, region_code, closed_at, digest, drawn)
            select lot.look_back_id, lot.issue_id, lot.ledger_number, lot.city_code, lot.region_code, lot.closed_at, lot.digest,
                   lot.drawn = 1
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                 as lot (look_back_id, issue_id, ledger_number, city_code, region_code, closed_at, digest, drawn)
            """;
    private static final String TELL = """
            update look_back_issue
            set finding = ?, note = ?, checked_on = ?, checked_by = ?, revoked = ?, recurrence = ?, recurrence_number = ?, told_at = ?,
                told_by = ?, told_by_person = ?
            where look_back_id = ? and issue_id = ? and told_at is null
            """;
    private static final String NEXT_VERSION = "update look_back set version = ? where id = ?";

    private final AgroalDataSource dataSource;

    LookBackTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement, and one more for every 5,000 issues that were drawn from. */
    void add(LookBack lookBack, List<Lot> lots, Caller drawing) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, lookBack.id());
            insert.setLong(2, lookBack.version());
            insert.setObject(3, lookBack.campaignId());
            insert.setObject(4, lookBack.closedFrom());
            insert.setObject(5, lookBack.closedTo());
            insert.setArray(
                    6, connection.createArrayOf("text", lookBack.regions().toArray()));
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "text", lookBack.sources().stream().map(Enum::name).toArray()));
            insert.setBoolean(8, lookBack.perCity());
            insert.setObject(9, lookBack.size());
            insert.setObject(10, lookBack.percentage());
            insert.setString(11, lookBack.seed());
            insert.setBoolean(12, lookBack.seedChosen());
            insert.setInt(13, lookBack.population());
            insert.setInt(14, lookBack.drawn());
            insert.setObject(15, lookBack.drawnAt().atOffset(ZoneOffset.UTC));
            insert.setString(16, lookBack.drawnBy());
            insert.setString(17, drawing.person());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the look-back could not be stored", e);
        }
        for (int start = 0; start < lots.size(); start += CHUNK) {
            add(lookBack.id(), lots.subList(start, Math.min(start + CHUNK, lots.size())));
        }
    }

    private void add(UUID id, List<Lot> lots) {
        ManyRows.writeAtOnce(dataSource, INSERT_ISSUES, lots, columns -> {
            columns.uuids(1, lot -> id);
            columns.uuids(2, lot -> lot.issue().id());
            columns.texts(3, lot -> lot.issue().ledgerNumber());
            columns.texts(4, lot -> lot.issue().city());
            columns.texts(5, lot -> lot.issue().region());
            columns.instants(6, lot -> lot.issue().closedAt());
            columns.texts(7, Lot::digest);
            columns.ints(8, lot -> lot.drawn() ? 1 : 0);
        });
    }

    /** Two statements. */
    void tell(LookBack lookBack, DrawnIssue result, Caller telling) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement tell = connection.prepareStatement(TELL);
                PreparedStatement next = connection.prepareStatement(NEXT_VERSION)) {
            tell.setString(1, String.valueOf(result.finding()));
            tell.setString(2, result.note());
            tell.setObject(3, result.checkedOn());
            tell.setString(4, result.checkedBy());
            tell.setObject(5, result.revoked());
            tell.setObject(6, result.recurrence());
            tell.setString(7, result.recurrenceNumber());
            tell.setObject(8, Objects.requireNonNull(result.toldAt()).atOffset(ZoneOffset.UTC));
            tell.setString(9, result.toldBy());
            tell.setString(10, telling.person());
            tell.setObject(11, lookBack.id());
            tell.setObject(12, result.issueId());
            tell.executeUpdate();
            next.setLong(1, lookBack.version());
            next.setObject(2, lookBack.id());
            next.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the result could not be stored", e);
        }
    }
}
