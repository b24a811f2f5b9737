package io.zhenggai.issue.evidence;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.issue.object.ObjectStore;
import io.zhenggai.issue.object.StagedFile;
import io.zhenggai.issue.object.Staging;
import io.zhenggai.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Moves what was stored in the database, before there was a store of objects, into that. */
@ApplicationScoped
class EvidenceMoveService {

    private static final Logger LOG = Logger.getLogger(EvidenceMoveService.class);

    /** What another replica is at is passed over. */
    private static final String NEXT = """
            select id, sha256, content from evidence where content is not null order by id limit 1 for update skip locked
            """;

    private static final String MOVED = "update evidence set object_key = ?, content = null where id = ?";

    private final AgroalDataSource dataSource;
    private final Staging staging;
    private final ObjectStore objects;
    private final Ids ids;

    EvidenceMoveService(AgroalDataSource dataSource, Staging staging, ObjectStore objects, Ids ids) {
        this.dataSource = dataSource;
        this.staging = staging;
        this.objects = objects;
        this.ids = ids;
    }

    /**
     * Moves one piece, of at most 10 MiB. Two statements; when the transaction fails, the object that was put is swept away later.
     *
     * @return whether there was one
     */
    @Transactional
    boolean moveNext() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement next = connection.prepareStatement(NEXT);
                ResultSet found = next.executeQuery()) {
            if (!found.next()) {
                return false;
            }
            UUID id = found.getObject("id", UUID.class);
            ObjectKey key = put(id, found.getString("sha256"), found.getBytes("content"));
            try (PreparedStatement moved = connection.prepareStatement(MOVED)) {
                moved.setString(1, key.toString());
                moved.setObject(2, id);
                moved.executeUpdate();
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("no piece of evidence could be moved", e);
        }
    }

    private ObjectKey put(UUID id, String sha256, byte[] content) {
        StagedFile staged = stage(content);
        try {
            if (!staged.sha256().equals(sha256)) {
                // The record is left as it was: whoever reads the file can tell by its digest.
                LOG.errorf(
                        "the content of evidence %s is not what was uploaded: its SHA-256 is %s", id, staged.sha256());
            }
            ObjectKey key = new ObjectKey(staged.sha256(), ids.next());
            objects.put(key, staged.path());
            return key;
        } finally {
            staging.delete(staged);
        }
    }

    private StagedFile stage(byte[] content) {
        try {
            return staging.receive(new ByteArrayInputStream(content), (buffer, length) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
