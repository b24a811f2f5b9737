package io.zhenggai.issue.evidence;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Uploads, each within reach of the person in the role and place who made it. One statement each. */
@ApplicationScoped
class UploadRepository {

    private static final String INSERT = """
            insert into upload (id, person, role, region, unit, file_name, media_type, bytes, sha256, object_key, thumbnail_key,
                                uploaded_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    /** Of the person in this very role and place, and not expired. */
    private static final String OWN = """
            from upload
            where person = ? and role = ? and region = ? and unit is not distinct from ? and expires_at > ?
            """;

    private static final int BEHIND_OWN = 6;

    private static final String OPEN = "select count(*) " + OWN;
    private static final String FIND =
            "select id, file_name, media_type, bytes, sha256, uploaded_at, expires_at " + OWN + " and id = ?";
    /** Whoever comes second waits, and finds nothing then. */
    private static final String TAKE = "delete " + OWN
            + " and id = any (?) returning id, file_name, media_type, bytes, sha256, object_key, thumbnail_key";

    private final AgroalDataSource dataSource;

    UploadRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void add(Upload upload, KeptFile file, Caller owner) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, upload.id());
            insert.setString(2, owner.person());
            insert.setString(3, owner.role().name());
            insert.setString(4, owner.region());
            insert.setString(5, owner.unit().orElse(null));
            insert.setString(6, upload.fileName());
            insert.setString(7, upload.mediaType());
            insert.setInt(8, upload.bytes());
            insert.setString(9, upload.sha256());
            insert.setString(10, file.key().toString());
            insert.setString(11, file.thumbnail().map(ObjectKey::toString).orElse(null));
            insert.setObject(12, upload.uploadedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(13, upload.expiresAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the upload could not be stored", e);
        }
    }

    /** @return how many of their uploads wait to be attached */
    int open(Caller owner, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(OPEN)) {
            own(count, owner, now);
            try (ResultSet counted = count.executeQuery()) {
                counted.next();
                return counted.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the uploads could not be counted", e);
        }
    }

    /** @return the upload; empty when it is not there for this owner, or no longer */
    Optional<Upload> find(Caller owner, UUID id, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            own(find, owner, now);
            find.setObject(BEHIND_OWN, id);
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? Optional.of(upload(found)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the upload could not be read", e);
        }
    }

    /** @return what was taken away, by id; without what is not there for this owner, or no longer */
    Map<UUID, TakenUpload> take(Caller owner, Collection<UUID> ids, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            own(take, owner, now);
            take.setArray(BEHIND_OWN, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet found = take.executeQuery()) {
                Map<UUID, TakenUpload> taken = new HashMap<>();
                while (found.next()) {
                    TakenUpload upload = taken(found);
                    taken.put(upload.id(), upload);
                }
                return taken;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the uploads could not be taken", e);
        }
    }

    private static void own(PreparedStatement statement, Caller owner, Instant now) throws SQLException {
        statement.setString(1, owner.person());
        statement.setString(2, owner.role().name());
        statement.setString(3, owner.region());
        statement.setString(4, owner.unit().orElse(null));
        statement.setObject(5, now.atOffset(ZoneOffset.UTC));
    }

    private static Upload upload(ResultSet found) throws SQLException {
        return new Upload(
                found.getObject("id", UUID.class),
                found.getString("file_name"),
                found.getString("media_type"),
                found.getInt("bytes"),
                found.getString("sha256"),
                found.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                found.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static TakenUpload taken(ResultSet found) throws SQLException {
        return new TakenUpload(
                found.getObject("id", UUID.class),
                found.getString("file_name"),
                found.getString("media_type"),
                found.getInt("bytes"),
                found.getString("sha256"),
                ObjectKey.of(found.getString("object_key")),
                Optional.ofNullable(found.getString("thumbnail_key")).map(ObjectKey::of));
    }
}
