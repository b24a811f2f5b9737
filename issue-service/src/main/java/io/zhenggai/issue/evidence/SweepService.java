package io.zhenggai.issue.evidence;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.object.KeptObject;
import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.issue.object.ObjectStore;
import io.zhenggai.issue.object.ObjectStoreSettings;
import io.zhenggai.kit.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes objects that no row names, some hundreds in a transaction. */
@ApplicationScoped
class SweepService {

    static final int PAGE = 500;

    /** Drawn once: two replicas at the same would do no harm, and twice the work. */
    private static final long LOCK = 0x7357_6565_7045_7669L;

    private static final String TAKE = "select pg_try_advisory_xact_lock(?)";
    /** A database that names nothing at all is more likely the wrong one than one whose files are all in vain. */
    private static final String NAMES_ANY = "select exists (select from evidence where object_key is not null)";

    private static final String EXPIRED = """
            delete from upload where id in (
                select id from upload where expires_at <= ? order by expires_at limit 500 for update skip locked)
            """;
    private static final String UNNAMED = """
            select key from unnest(?) as key
            where not exists (select from evidence where object_key = key)
            and not exists (select from evidence where thumbnail_key = key)
            and not exists (select from upload where object_key = key or thumbnail_key = key)
            """;

    private final AgroalDataSource dataSource;
    private final ObjectStore objects;
    private final ObjectStoreSettings settings;
    private final RealTime time;

    SweepService(AgroalDataSource dataSource, ObjectStore objects, ObjectStoreSettings settings, RealTime time) {
        this.dataSource = dataSource;
        this.objects = objects;
        this.settings = settings;
        this.time = time;
    }

    /**
     * What became of a page.
     *
     * @param deleted how many objects are no longer there
     * @param last the last key that was looked at; empty at the end of the store, or when another replica is at it
     */
    record Swept(int deleted, Optional<ObjectKey> last) {}

    /**
     * Forgets uploads that have expired. One statement.
     *
     * @return how many
     */
    @Transactional
    int forgetExpired() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(EXPIRED)) {
            delete.setObject(1, time.now().atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("expired uploads could not be forgotten", e);
        }
    }

    /**
     * Deletes what no row names and is older than the grace period, of the objects behind that key. Three statements. A key is never used again, so
     * what no row names after that time is named by none later: requests are long over.
     */
    @Transactional
    Swept sweepBehind(Optional<ObjectKey> before) {
        try (Connection connection = dataSource.getConnection()) {
            if (!answers(connection, TAKE, Optional.of(LOCK)) || !answers(connection, NAMES_ANY, Optional.empty())) {
                return new Swept(0, Optional.empty());
            }
            List<KeptObject> page = objects.list(before, PAGE);
            Instant bound = time.now().minus(settings.grace());
            List<String> old = page.stream()
                    .filter(object -> object.putAt().isBefore(bound))
                    .map(object -> object.key().toString())
                    .toList();
            List<ObjectKey> unnamed = unnamed(connection, old);
            unnamed.forEach(objects::delete);
            return new Swept(
                    unnamed.size(),
                    page.size() < PAGE
                            ? Optional.empty()
                            : Optional.of(page.get(page.size() - 1).key()));
        } catch (SQLException e) {
            throw new IllegalStateException("the object store could not be swept", e);
        }
    }

    private static boolean answers(Connection connection, String question, Optional<Long> parameter)
            throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(question)) {
            if (parameter.isPresent()) {
                ask.setLong(1, parameter.get());
            }
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static List<ObjectKey> unnamed(Connection connection, List<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement ask = connection.prepareStatement(UNNAMED)) {
            ask.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet found = ask.executeQuery()) {
                List<ObjectKey> unnamed = new ArrayList<>();
                while (found.next()) {
                    unnamed.add(ObjectKey.of(found.getString(1)));
                }
                return unnamed;
            }
        }
    }
}
