package io.zhenggai.kit.event.rebuild;

import io.zhenggai.kit.event.inbox.CopyReader;
import io.zhenggai.kit.identity.Caller;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements on the rows of rebuilds. Leases are by the database's clock. */
final class RebuildTable {

    private static final String COLUMNS = """
            id, aggregate_type, state, name, reason, started_at, ended_at, places_read, places_end, obstacle, failure
            """;
    private static final String INSERT = """
            insert into projection_rebuild (aggregate_type, state, person, name, reason) values (?, 'RUNNING', ?, ?, ?)
            on conflict (aggregate_type) where state = 'RUNNING' do nothing returning\s""" + COLUMNS;
    private static final String LATEST =
            "select " + COLUMNS + " from projection_rebuild where aggregate_type = ? order by id desc limit 1";
    private static final String FIND =
            "select " + COLUMNS + " from projection_rebuild where aggregate_type = ? and id = ?";
    private static final String TAKE = """
            update projection_rebuild set owner = ?, leased_until = clock_timestamp() + interval '15 s'
            where id = (select id from projection_rebuild
                        where state = 'RUNNING' and aggregate_type = any (?)
                          and (owner = ? or leased_until is null or leased_until < clock_timestamp())
                        order by id limit 1 for no key update skip locked)
            returning\s""" + COLUMNS;
    private static final String RENEW = """
            update projection_rebuild
            set leased_until = clock_timestamp() + interval '15 s', obstacle = ?,
                places_read = coalesce(?, places_read), places_end = coalesce(?, places_end)
            where id = ? and owner = ? and state = 'RUNNING'
            """;
    private static final String GIVE_BACK =
            "update projection_rebuild set owner = null, leased_until = null where id = ? and owner = ?";
    /** Waits for the batch at hand and keeps the next one from beginning, see {@link CopyOpening}. */
    private static final String LOCK_OWN =
            "select 1 from projection_rebuild where id = ? and owner = ? and state = 'RUNNING' for update";

    private static final String END = """
            update projection_rebuild
            set state = ?, failure = coalesce(?, failure), ended_at = coalesce(ended_at, clock_timestamp()), obstacle = null,
                owner = null, leased_until = null
            where id = ?
            """;

    private RebuildTable() {}

    /** @return the new one; empty when one of that projection runs already */
    static Optional<Rebuild> insert(Connection connection, String aggregateType, Caller by, String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, aggregateType);
            insert.setString(2, by.person());
            insert.setString(3, by.name());
            insert.setString(4, reason);
            return one(insert);
        }
    }

    static Optional<Rebuild> latest(Connection connection, String aggregateType) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(LATEST)) {
            read.setString(1, aggregateType);
            return one(read);
        }
    }

    static Optional<Rebuild> find(Connection connection, String aggregateType, long id) throws SQLException {
        return find(connection, FIND, aggregateType, id);
    }

    /** Waits for the batch at hand. */
    static Optional<Rebuild> lock(Connection connection, String aggregateType, long id) throws SQLException {
        return find(connection, FIND + " for update", aggregateType, id);
    }

    private static Optional<Rebuild> find(Connection connection, String sql, String aggregateType, long id)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setString(1, aggregateType);
            read.setLong(2, id);
            return one(read);
        }
    }

    /** @return the oldest one that runs and that no other replica has; from now on it is the owner's */
    static Optional<Rebuild> take(Connection connection, UUID owner, Collection<String> aggregateTypes)
            throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, owner);
            take.setArray(2, connection.createArrayOf("text", aggregateTypes.toArray()));
            take.setObject(3, owner);
            return one(take);
        }
    }

    /** @return whether it still runs and is the owner's */
    static boolean renew(
            Connection connection,
            long id,
            UUID owner,
            CopyReader.@Nullable Progress progress,
            Optional<String> obstacle)
            throws SQLException {
        try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
            renew.setString(1, obstacle.orElse(null));
            renew.setObject(2, progress == null ? null : progress.read(), Types.BIGINT);
            renew.setObject(3, progress == null ? null : progress.end(), Types.BIGINT);
            renew.setLong(4, id);
            renew.setObject(5, owner);
            return renew.executeUpdate() == 1;
        }
    }

    /** Another replica may take it at once. */
    static void giveBack(Connection connection, long id, UUID owner) throws SQLException {
        try (PreparedStatement give = connection.prepareStatement(GIVE_BACK)) {
            give.setLong(1, id);
            give.setObject(2, owner);
            give.executeUpdate();
        }
    }

    /** @return whether it still runs and is the owner's; then it stays so until the end of the transaction */
    static boolean lockOwn(Connection connection, long id, UUID owner) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_OWN)) {
            lock.setLong(1, id);
            lock.setObject(2, owner);
            try (ResultSet found = lock.executeQuery()) {
                return found.next();
            }
        }
    }

    static void end(Connection connection, long id, RebuildState state, @Nullable String failure) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setString(1, state.name());
            end.setString(2, failure);
            end.setLong(3, id);
            end.executeUpdate();
        }
    }

    private static Optional<Rebuild> one(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            return found.next() ? Optional.of(rebuild(found)) : Optional.empty();
        }
    }

    private static Rebuild rebuild(ResultSet found) throws SQLException {
        OffsetDateTime ended = found.getObject("ended_at", OffsetDateTime.class);
        return new Rebuild(
                found.getLong("id"),
                found.getString("aggregate_type"),
                RebuildState.valueOf(found.getString("state")),
                found.getString("name"),
                found.getString("reason"),
                found.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                found.getLong("places_read"),
                found.getObject("places_end", Long.class),
                found.getString("obstacle"),
                found.getString("failure"));
    }
}
