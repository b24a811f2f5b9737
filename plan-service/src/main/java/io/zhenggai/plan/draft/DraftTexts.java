package io.zhenggai.plan.draft;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The texts of notices as received. Reached only through a draft that was found within a scope. */
@ApplicationScoped
class DraftTexts {

    private static final String INSERT = "insert into campaign_draft_text (draft_id, text) values (?, ?)";
    private static final String OF_DRAFT = "select text from campaign_draft_text where draft_id = ?";

    private final AgroalDataSource dataSource;

    DraftTexts(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement; the draft's row must be there. */
    void add(UUID draftId, String text) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, draftId);
            insert.setString(2, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the text could not be stored", e);
        }
    }

    String of(UUID draftId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_DRAFT)) {
            read.setObject(1, draftId);
            try (ResultSet found = read.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("draft " + draftId + " has no text");
                }
                return found.getString("text");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the text could not be read", e);
        }
    }
}
