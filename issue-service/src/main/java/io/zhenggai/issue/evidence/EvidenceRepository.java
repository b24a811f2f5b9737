package io.zhenggai.issue.evidence;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records of evidence. Reached only through an issue that was found within a scope. One statement each. */
@ApplicationScoped
class EvidenceRepository {

    private static final String INSERT = """
            insert into evidence (issue_id, added_at, added_by, added_by_name, id, file_name, media_type, bytes, sha256, object_key,
                                  thumbnail_key, moment, paired_with)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    /** Either of two that are paired shows the other one. */
    private static final String SELECT = """
            select piece.id, piece.issue_id, piece.file_name, piece.media_type, piece.bytes, piece.sha256, piece.added_at, piece.added_by,
                   piece.added_by_name, piece.object_key, piece.thumbnail_key, piece.moment,
                   coalesce(piece.paired_with, other.id) as pair
            from evidence as piece left join evidence as other on other.paired_with = piece.id
            """;

    private static final String OF_ISSUE = SELECT + "where piece.issue_id = any (?) order by piece.id";
    private static final String FIND = SELECT + "where piece.issue_id = any (?) and piece.id = ?";
    private static final String DELETE = "delete from evidence where id = ?";
    /** Not compressed, so that a part is read by itself. */
    private static final String CONTENT =
            "select substring(content from ? for ?) from evidence where id = ? and content is not null";

    private static final String KEY = "select object_key from evidence where id = ?";

    private final AgroalDataSource dataSource;

    EvidenceRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param person the token's subject of who added them; {@link Evidence#addedBy} is the name */
    void add(String person, UUID issueId, Instant addedAt, String name, List<NewEvidence> pieces, Pairs pairs) {
        ManyRows.writeAtOnce(dataSource, INSERT, pieces, columns -> {
            columns.uuids(1, piece -> issueId);
            columns.instants(2, piece -> addedAt);
            columns.texts(3, piece -> person);
            columns.texts(4, piece -> name);
            columns.uuids(5, piece -> piece.told().id());
            columns.texts(6, piece -> piece.told().fileName());
            columns.texts(7, piece -> piece.told().mediaType());
            columns.ints(8, piece -> piece.told().bytes());
            columns.texts(9, piece -> piece.told().sha256());
            columns.texts(10, piece -> piece.key().toString());
            columns.texts(
                    11, piece -> piece.thumbnail().map(ObjectKey::toString).orElse(null));
            columns.texts(12, piece -> piece.told().moment());
            columns.uuids(13, piece -> pairs.of(piece.told().id()));
        });
    }

    /** Whatever is paired with it is paired no longer; its objects are swept away later. */
    void delete(UUID id) {
        ManyRows.write(dataSource, DELETE, List.of(id), (statement, row) -> statement.setObject(1, row));
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

    Optional<StoredEvidence> find(List<UUID> issueIds, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(FIND)) {
            read.setArray(1, connection.createArrayOf("uuid", issueIds.toArray()));
            read.setObject(2, id);
            try (ResultSet found = read.executeQuery()) {
                return found.next()
                        ? Optional.of(new StoredEvidence(
                                evidence(found),
                                key(found, "object_key"),
                                key(found, "thumbnail_key"),
                                found.getString("added_by")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the evidence could not be read", e);
        }
    }

    /** @return a part of a content that lies in the database still; empty once it has been moved */
    Optional<byte[]> content(UUID id, ByteRange part) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(CONTENT)) {
            read.setInt(1, Math.toIntExact(part.first() + 1));
            read.setInt(2, Math.toIntExact(part.length()));
            read.setObject(3, id);
            try (ResultSet found = read.executeQuery()) {
                return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the evidence could not be read", e);
        }
    }

    /** @throws IllegalStateException when the store has no object of that piece, which is not so once its content has been moved */
    ObjectKey key(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(KEY)) {
            read.setObject(1, id);
            try (ResultSet found = read.executeQuery()) {
                return Optional.ofNullable(found.next() ? found.getString(1) : null)
                        .map(ObjectKey::of)
                        .orElseThrow(() -> new IllegalStateException("evidence " + id + " has no content"));
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
                found.getString("added_by_name"),
                Optional.ofNullable(found.getString("moment"))
                        .map(Moment::valueOf)
                        .orElse(null),
                found.getObject("pair", UUID.class),
                found.getString("thumbnail_key") != null);
    }

    private static Optional<ObjectKey> key(ResultSet found, String column) throws SQLException {
        return Optional.ofNullable(found.getString(column)).map(ObjectKey::of);
    }
}
