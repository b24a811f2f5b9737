package io.zhenggai.report.summary;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.republish.LastChanges;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who did what to a report, in the transaction of the change. Reached only through a report that was found within a scope. */
@ApplicationScoped
class ReportHistory {

    private static final String INSERT = """
            insert into report_history (report_id, version, at, action, person, name, role, region, reason, changes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_REPORT = """
            select version, at, action, name, role, region, reason, changes from report_history
            where report_id = ? order by id
            """;
    private static final String LAST_CHANGES = """
            select distinct on (report_id) report_id, at from report_history where report_id = any (?) order by report_id, id desc
            """;

    private final AgroalDataSource dataSource;

    ReportHistory(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement. */
    void add(Report report, Act act, Optional<ReportFields> before) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, report.id());
            insert.setLong(2, report.version());
            insert.setObject(3, act.at().atOffset(ZoneOffset.UTC));
            insert.setString(4, act.action());
            insert.setString(5, act.by().person());
            insert.setString(6, act.by().name());
            insert.setString(7, act.by().role().claim());
            insert.setString(8, act.by().region());
            insert.setString(9, act.reason().orElse(null));
            insert.setString(10, StoredJson.write(FieldChanges.between(before.orElse(null), report.fields())));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the history entry could not be stored", e);
        }
    }

    List<ReportHistoryEntry> of(UUID reportId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_REPORT)) {
            read.setObject(1, reportId);
            try (ResultSet found = read.executeQuery()) {
                List<ReportHistoryEntry> entries = new ArrayList<>();
                while (found.next()) {
                    entries.add(entry(found));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be read", e);
        }
    }

    /** @return when each was changed last, by its id; one statement */
    Map<UUID, Instant> lastChanges(List<UUID> ids) {
        return LastChanges.read(dataSource, LAST_CHANGES, ids);
    }

    private ReportHistoryEntry entry(ResultSet found) throws SQLException {
        return new ReportHistoryEntry(
                found.getLong("version"),
                found.getObject("at", OffsetDateTime.class).toInstant(),
                found.getString("action"),
                found.getString("name"),
                found.getString("role"),
                found.getString("region"),
                found.getString("reason"),
                StoredJson.read(found.getString("changes"), JsonNode.class));
    }

    /** What is done, by whom, when and why. */
    record Act(String action, Caller by, Instant at, Optional<String> reason) {}
}
