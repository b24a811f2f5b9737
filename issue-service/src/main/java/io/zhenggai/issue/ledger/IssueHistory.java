package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.republish.LastChanges;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
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
import java.util.UUID;

/** Who did what to an issue, in the transaction of the change. Reached only through an issue that was found within a scope. */
@ApplicationScoped
class IssueHistory {

    private static final String INSERT = """
            insert into issue_history (issue_id, version, at, action, person, name, role, region, channel, reason, changes)
            select entry.issue_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, entry.changes from unnest(?, ?) as entry(issue_id, changes)
            """;
    private static final String OF_ISSUE = """
            select version, at, action, name, role, region, channel, reason, changes from issue_history
            where issue_id = ? order by id
            """;
    private static final String LAST_CHANGES = """
            select distinct on (issue_id) issue_id, at from issue_history where issue_id = any (?) order by issue_id, id desc
            """;

    private final AgroalDataSource dataSource;

    IssueHistory(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One statement.
     *
     * @param before what the issue held before
     * @param details what was added besides fields, by name
     */
    void add(Issue issue, IssueAction action, Act act, IssueFields before, Map<String, Object> details) {
        Map<String, Change> changes = FieldChanges.between(before, issue.fields());
        details.forEach((name, value) -> changes.put(name, Change.added(value)));
        insert(issue.version(), action, act, List.of(issue.id()), List.of(changes));
    }

    /** One statement for any number of issues that were registered together. */
    void addRegistered(List<Issue> issues, Act act) {
        insert(
                0,
                IssueAction.REGISTER,
                act,
                issues.stream().map(Issue::id).toList(),
                issues.stream()
                        .map(issue -> FieldChanges.between(null, issue.fields()))
                        .toList());
    }

    private void insert(
            long version,
            IssueAction action,
            Act act,
            List<UUID> issueIds,
            List<? extends Map<String, Change>> changes) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, version);
            insert.setObject(2, act.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, action.name());
            insert.setString(4, act.by().person());
            insert.setString(5, act.by().name());
            insert.setString(6, act.by().role().claim());
            insert.setString(7, act.by().region());
            insert.setString(8, act.channel().name());
            insert.setString(9, act.reason().orElse(null));
            insert.setArray(10, connection.createArrayOf("uuid", issueIds.toArray()));
            insert.setArray(
                    11,
                    connection.createArrayOf(
                            "text", changes.stream().map(StoredJson::write).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the history entry could not be stored", e);
        }
    }

    /** One statement. */
    List<HistoryEntry> of(UUID issueId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_ISSUE)) {
            read.setObject(1, issueId);
            try (ResultSet found = read.executeQuery()) {
                List<HistoryEntry> entries = new ArrayList<>();
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

    private HistoryEntry entry(ResultSet found) throws SQLException {
        return new HistoryEntry(
                found.getLong("version"),
                found.getObject("at", OffsetDateTime.class).toInstant(),
                found.getString("action"),
                found.getString("name"),
                found.getString("role"),
                found.getString("region"),
                Channel.valueOf(found.getString("channel")),
                found.getString("reason"),
                StoredJson.read(found.getString("changes"), JsonNode.class));
    }
}
