package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.Caller;
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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what to an issue, in the transaction of the change. Reached only through an issue that was found within a scope. */
@ApplicationScoped
class IssueHistory {

    private static final String INSERT = """
            insert into issue_history (issue_id, version, at, action, person, name, role, region, channel, reason, changes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_ISSUE = """
            select version, at, action, name, role, region, channel, reason, changes from issue_history
            where issue_id = ? order by id
            """;

    private final AgroalDataSource dataSource;
    private final ObjectMapper mapper;

    IssueHistory(AgroalDataSource dataSource, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    /** One statement. */
    void add(
            UUID issueId,
            long version,
            String action,
            Caller by,
            Channel channel,
            Instant at,
            Optional<String> reason,
            Optional<IssueFields> before,
            IssueFields after) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, issueId);
            insert.setLong(2, version);
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.setString(4, action);
            insert.setString(5, by.person());
            insert.setString(6, by.name());
            insert.setString(7, by.role().claim());
            insert.setString(8, by.region());
            insert.setString(9, channel.name());
            insert.setString(10, reason.orElse(null));
            insert.setString(11, mapper.writeValueAsString(changes(before, after)));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the history entry could not be stored", e);
        }
    }

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
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the history could not be read", e);
        }
    }

    private HistoryEntry entry(ResultSet found) throws SQLException, JsonProcessingException {
        return new HistoryEntry(
                found.getLong("version"),
                found.getObject("at", OffsetDateTime.class).toInstant(),
                found.getString("action"),
                found.getString("name"),
                found.getString("role"),
                found.getString("region"),
                Channel.valueOf(found.getString("channel")),
                found.getString("reason"),
                mapper.readTree(found.getString("changes")));
    }

    /** Field by field, what stands there now and what stood there before. */
    private Map<String, Change> changes(Optional<IssueFields> before, IssueFields after) {
        JsonNode old = mapper.valueToTree(before.orElse(null));
        JsonNode now = mapper.valueToTree(after);
        Map<String, Change> changes = new TreeMap<>();
        now.properties().forEach(field -> note(changes, field.getKey(), old.get(field.getKey()), field.getValue()));
        old.fieldNames().forEachRemaining(name -> note(changes, name, old.get(name), now.get(name)));
        return changes;
    }

    private static void note(
            Map<String, Change> changes, String field, @Nullable JsonNode from, @Nullable JsonNode to) {
        if (!Objects.equals(from, to)) {
            changes.put(field, new Change(from, to));
        }
    }

    record Change(@Nullable JsonNode from, @Nullable JsonNode to) {}
}
