package io.zhenggai.notification.owed;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.sql.NamedStatement;
import io.zhenggai.notification.planning.OwedKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of what is owed: written by the handlers, read by who plans. Not for callers: a scope narrows by city only. */
@ApplicationScoped
public class OwedTable {

    /** What did not change anything for reminders asks for no new run. */
    private static final String PUT = """
            insert into owed as was (kind, owed_id, campaign_id, label, city_code, region_code, unit, due_on, version, since,
                                     active, planned)
            values (:kind, :id, :campaignId, :label, :city, :region, nullif(:unit, ''), :dueOn, greatest(:version, 1), :since,
                    true, false)
            on conflict (kind, owed_id) do update
            set campaign_id = excluded.campaign_id, label = excluded.label, city_code = excluded.city_code,
                region_code = excluded.region_code, unit = excluded.unit, due_on = excluded.due_on,
                version = case when :version > 0 then :version
                               when was.due_on = excluded.due_on then was.version
                               else was.version + 1 end,
                since = case when was.active and was.due_on = excluded.due_on and :version in (0, was.version) then was.since
                             else excluded.since end,
                active = true,
                planned = was.planned and was.active and :version in (0, was.version)
                          and (was.due_on, was.region_code, was.label) = (excluded.due_on, excluded.region_code, excluded.label)
                          and was.unit is not distinct from excluded.unit
            """;

    private static final String SETTLE = """
            update owed set active = false, planned = true where owed_id = ? and kind = any (?) and active
            """;

    private static final String READ = """
            select kind, owed_id, campaign_id, label, city_code, region_code, unit, due_on, version, since
            from owed where active and due_on <= ? and (?::text is null or city_code = ?)
            """;

    /** What a handler is just writing is left to the next run: waiting for it, with rows locked here, could end in a deadlock. */
    private static final String NOTE_READ = """
            update owed set planned = true
            where (kind, owed_id) in (select kind, owed_id from owed where not planned for update skip locked)
            """;

    private final AgroalDataSource dataSource;

    OwedTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Stores that it is owed.
     *
     * @param row with version 0 where the sender does not count its deadlines: then it is counted here
     */
    void put(OwedRow row) {
        Map<String, Object> values = Map.of(
                "kind", row.kind().name(),
                "id", row.id(),
                "campaignId", row.campaignId(),
                "label", row.label(),
                "city", row.city(),
                "region", row.region(),
                "unit", row.unit().orElse(""),
                "dueOn", row.dueOn(),
                "version", row.version(),
                "since", row.since().atOffset(ZoneOffset.UTC));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = NamedStatement.prepare(connection, PUT, values)) {
            put.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what is owed could not be stored", e);
        }
    }

    /** Stores that nothing of these kinds is owed of that thing. */
    void settle(UUID id, List<OwedKind> kinds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            settle.setObject(1, id);
            settle.setArray(
                    2,
                    connection.createArrayOf(
                            "text", kinds.stream().map(OwedKind::name).toArray()));
            settle.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what is no longer owed could not be stored", e);
        }
    }

    /** Tells that whoever calls is about to plan with what is there; whatever changes later asks for another run. */
    public void noteRead() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement note = connection.prepareStatement(NOTE_READ)) {
            note.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what is owed could not be marked", e);
        }
    }

    /**
     * @param latest the latest deadline that counts
     * @param city of this city and its counties only; empty: of the whole province
     * @return what is owed now, in no order; one statement
     */
    public List<OwedRow> dueUpTo(LocalDate latest, Optional<String> city) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, latest);
            read.setString(2, city.orElse(null));
            read.setString(3, city.orElse(null));
            try (ResultSet found = read.executeQuery()) {
                List<OwedRow> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is owed could not be read", e);
        }
    }

    private static OwedRow row(ResultSet found) throws SQLException {
        return new OwedRow(
                OwedKind.valueOf(found.getString("kind")),
                found.getObject("owed_id", UUID.class),
                found.getObject("campaign_id", UUID.class),
                found.getString("label"),
                found.getString("city_code"),
                found.getString("region_code"),
                Optional.ofNullable(found.getString("unit")),
                found.getObject("due_on", LocalDate.class),
                found.getLong("version"),
                found.getObject("since", OffsetDateTime.class).toInstant());
    }
}
