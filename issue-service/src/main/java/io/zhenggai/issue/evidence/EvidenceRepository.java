package io.zhenggai.issue.evidence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records and contents of evidence. Reached only through an issue that was found within a scope. One statement each. */
@ApplicationScoped
class EvidenceRepository {

    private static final String INSERT = """
            insert into evidence (id, issue_id, file_name, media_type, bytes, sha256, added_at, added_by, added_by_name, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_ISSUE = """
            select id, issue_id, file_name, media_type, bytes, sha256, added_at, added_by_name from evidence
            where issue_id = any (?) order by id
            """;
    private static final String FIND = """
            select id, issue_id, file_name, media_type, bytes, sha256, added_at, added_by_name from evidence
            where issue_id = any (?) and id = ?
            """;
    private static final String CONTENT = "select content from evidence where issue_id = ? and id = ?";

    private final AgroalDataSource dataSource;

    EvidenceRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param person the token's subject of who added it; {@link Evidence#addedBy} is the name */
    void add(Evidence evidence, String person, byte[] content) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, evidence.id());
            insert.setObject(2, evidence.issueId());
            insert.setString(3, evidence.fileName());
            insert.setString(4, evidence.mediaType());
            insert.setInt(5, evidence.bytes());
            insert.setString(6, evidence.sha256());
            insert.setObject(7, evidence.addedAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, person);
            insert.setString(9, evidence.addedBy());
            insert.setBytes(10, content);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the evidence could not be stored", e);
        }
    }

    /** The oldest first. */
    List<Evidence> of(List<UUID> issueIds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_ISSUE)) {
            read.setArray(1, connection.createArrayOf("uuid", issueIds.toArray()));
            try (ResultSet found = read.executeQuery()) {
                List<Evidence> pieces = new ArrayList<>();
                while (found.next()) {
                    pieces.add(evidence(found));
                }
                return pieces;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the evidence could not be read", e);
        }
    }

    Optional<Evidence> find(List<UUID> issueIds, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(FIND)) {
            read.setArray(1, connection.createArrayOf("uuid", issueIds.toArray()));
            read.setObject(2, id);
            try (ResultSet found = read.executeQuery()) {
                return found.next() ? Optional.of(evidence(found)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the evidence could not be read", e);
        }
    }

    /** @throws IllegalStateException when there is none, which is not so for evidence that was found */
    byte[] content(Evidence evidence) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(CONTENT)) {
            read.setObject(1, evidence.issueId());
            read.setObject(2, evidence.id());
            try (ResultSet found = read.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("evidence " + evidence.id() + " has no content");
                }
                return found.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the evidence could not be read", e);
        }
    }

    private static Evidence evidence(ResultSet found) throws SQLException {
        return new Evidence(
                found.getObject("id", UUID.class),
                found.getObject("issue_id", UUID.class),
                found.getString("file_name"),
                found.getString("media_type"),
                found.getInt("bytes"),
                found.getString("sha256"),
                found.getObject("added_at", OffsetDateTime.class).toInstant(),
                found.getString("added_by_name"));
    }
}
