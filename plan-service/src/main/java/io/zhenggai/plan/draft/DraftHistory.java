package io.zhenggai.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what to a draft, in the transaction of the change. Reached only through a draft that was found within a scope. */
@ApplicationScoped
class DraftHistory {

    private static final String INSERT = """
            insert into campaign_draft_history (draft_id, version, at, action, person, name, role, region, changes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_DRAFT = """
            select version, at, action, name, role, region, changes from campaign_draft_history
            where draft_id = ? order by id
            """;

    /** Not by the version: while the business clock stands still, saving a draft as it is leaves that alone. */
    private static final String IS_CORRECTED = """
            select exists (select from campaign_draft_history where draft_id = ? and action = 'CORRECT')
            """;

    private final AgroalDataSource dataSource;

    DraftHistory(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement. */
    void add(CampaignDraft draft, String action, Caller by, Instant at, Optional<State> before) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, draft.id());
            insert.setLong(2, draft.version());
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.setString(4, action);
            insert.setString(5, by.person());
            insert.setString(6, by.name());
            insert.setString(7, by.role().claim());
            insert.setString(8, by.region());
            insert.setString(9, StoredJson.write(FieldChanges.between(before.orElse(null), State.of(draft))));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the history entry could not be stored", e);
        }
    }

    List<DraftHistoryEntry> of(UUID draftId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_DRAFT)) {
            read.setObject(1, draftId);
            try (ResultSet found = read.executeQuery()) {
                List<DraftHistoryEntry> entries = new ArrayList<>();
                while (found.next()) {
                    entries.add(new DraftHistoryEntry(
                            found.getLong("version"),
                            found.getObject("at", OffsetDateTime.class).toInstant(),
                            found.getString("action"),
                            found.getString("name"),
                            found.getString("role"),
                            found.getString("region"),
                            StoredJson.read(found.getString("changes"), JsonNode.class)));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be read", e);
        }
    }

    /** Whether a person has saved the draft since it was read, corrected or as it was. */
    boolean isCorrected(UUID draftId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(IS_CORRECTED)) {
            read.setObject(1, draftId);
            try (ResultSet found = read.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be read", e);
        }
    }

    /** What is compared. */
    record State(DraftStatus status, @Nullable UUID campaignId, DraftContent content) {
        static State of(CampaignDraft draft) {
            DraftFields fields = draft.fields();
            return new State(fields.status(), fields.campaignId(), draft.content());
        }
    }
}
