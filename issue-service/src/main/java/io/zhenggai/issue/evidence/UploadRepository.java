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
    private static final String OPEN =
            "select count(*) from upload where person = ? and role = ? and region = ? and expires_at > ?";
    private static final String FIND = """
            select id, file_name, media_type, bytes, sha256, uploaded_at, expires_at
            from upload
            where id = ? and person = ? and role = ? and region = ? and unit is not distinct from ? and expires_at > ?
            """;
    /** Whoever comes second waits, and finds nothing then. */
    private static final String TAKE = """
            delete from upload
            where id = any (?) and person = ? and role = ? and region = ? and unit is not distinct from ? and expires_at > ?
            returning id, file_name, media_type, bytes, sha256, object_key, thumbnail_key
            """;

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
            count.setString(1, owner.person());
            count.setString(2, owner.role().name());
            count.setString(3, owner.region());
            count.setObject(4, now.atOffset(ZoneOffset.UTC));
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
            find.setObject(1, id);
            find.setString(2, owner.person());
            find.setString(3, owner.role().name());
            find.setString(4, owner.region());
            find.setString(5, owner.unit().orElse(null));
            find.setObject(6, now.atOffset(ZoneOffset.UTC));
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
            take.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            take.setString(2, owner.person());
            take.setString(3, owner.role().name());
            take.setString(4, owner.region());
            take.setString(5, owner.unit().orElse(null));
            take.setObject(6, now.atOffset(ZoneOffset.UTC));
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
