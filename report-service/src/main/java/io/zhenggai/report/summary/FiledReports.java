package io.zhenggai.report.summary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What was submitted, each time, in the transaction of the submission. Reached only through a report found within a scope. */
@ApplicationScoped
class FiledReports {

    private static final String INSERT = """
            insert into report_submission (report_id, ordinal, submitted_at, name, document_number, signatory, content, figures)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIGURES = "select figures from report_submission where report_id = ? and ordinal = ?";
    private static final String OF_REPORT = """
            select ordinal, submitted_at, name, document_number, signatory, content, figures from report_submission
            where report_id = ? order by ordinal
            """;
    private static final TypeReference<ReportContent> CONTENT = new TypeReference<>() {};

    private final AgroalDataSource dataSource;

    FiledReports(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One statement.
     *
     * @param submitted a report that has just been submitted
     */
    void add(Report submitted, Caller by, JsonNode figures) {
        ReportFields fields = submitted.fields();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, fields.id());
            insert.setInt(2, submitted.submissions());
            insert.setObject(3, Objects.requireNonNull(fields.submittedAt()).atOffset(ZoneOffset.UTC));
            insert.setString(4, by.name());
            insert.setString(5, fields.documentNumber());
            insert.setString(6, fields.signatory());
            insert.setString(7, StoredJson.write(fields.content()));
            insert.setString(8, StoredJson.write(figures));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the submission could not be stored", e);
        }
    }

    /** @return the figures as they stood at that submission; one statement */
    JsonNode figures(UUID reportId, int ordinal) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(FIGURES)) {
            read.setObject(1, reportId);
            read.setInt(2, ordinal);
            try (ResultSet found = read.executeQuery()) {
                found.next();
                return StoredJson.read(found.getString("figures"), JsonNode.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the frozen figures could not be read", e);
        }
    }

    List<FiledReport> of(UUID reportId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_REPORT)) {
            read.setObject(1, reportId);
            try (ResultSet found = read.executeQuery()) {
                List<FiledReport> filed = new ArrayList<>();
                while (found.next()) {
                    filed.add(filed(found));
                }
                return filed;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the submissions could not be read", e);
        }
    }

    private FiledReport filed(ResultSet found) throws SQLException {
        return new FiledReport(
                found.getInt("ordinal"),
                found.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                found.getString("name"),
                found.getString("document_number"),
                found.getString("signatory"),
                StoredJson.read(found.getString("content"), CONTENT),
                StoredJson.read(found.getString("figures"), JsonNode.class));
    }
}
