package io.zhenggai.kit.event.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lets every event version of an aggregate through once (decision 3), and a version that is told again where it may be. One
 * gate serves one batch: one statement reads the versions of all its aggregates, one writes them back.
 */
final class VersionGate {

    private static final String READ =
            "select aggregate_id, version from consumed_version where aggregate_type = ? and aggregate_id = any (?)";
    private static final String WRITE = """
            insert into consumed_version (aggregate_type, aggregate_id, version)
            select ?, * from unnest(?::uuid[], ?::bigint[])
            on conflict (aggregate_type, aggregate_id) do update set version = excluded.version
            """;

    private final String aggregateType;
    private final Map<UUID, Long> seen = new HashMap<>();
    /** In the order of their coming, which is about the order of their ids: neighbours lie on the same pages. */
    private final Set<UUID> moved = new LinkedHashSet<>();

    private VersionGate(String aggregateType) {
        this.aggregateType = aggregateType;
    }

    static VersionGate read(Connection connection, String aggregateType, Collection<UUID> aggregates)
            throws SQLException {
        VersionGate gate = new VersionGate(aggregateType);
        if (aggregates.isEmpty()) {
            return gate;
        }
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, aggregateType);
            read.setArray(2, connection.createArrayOf("uuid", aggregates.toArray()));
            try (ResultSet found = read.executeQuery()) {
                while (found.next()) {
                    gate.seen.put(found.getObject(1, UUID.class), found.getLong(2));
                }
            }
        }
        return gate;
    }

    /** @return whether the version is newer than all that had their effect; then it counts as seen */
    boolean admits(UUID aggregate, long version) {
        return admitsFrom(lastSeen(aggregate) + 1, aggregate, version);
    }

    /** @return whether the version is not older than any that had its effect; then it counts as seen */
    boolean admitsAgain(UUID aggregate, long version) {
        return admitsFrom(lastSeen(aggregate), aggregate, version);
    }

    private boolean admitsFrom(long least, UUID aggregate, long version) {
        if (version < least) {
            return false;
        }
        seen.put(aggregate, version);
        moved.add(aggregate);
        return true;
    }

    /** @return the version before which the next one must not be missing */
    long lastSeen(UUID aggregate) {
        return seen.getOrDefault(aggregate, 0L);
    }

    void write(Connection connection) throws SQLException {
        if (moved.isEmpty()) {
            return;
        }
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setString(1, aggregateType);
            write.setArray(2, connection.createArrayOf("uuid", moved.toArray()));
            write.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", moved.stream().map(seen::get).toArray()));
            write.executeUpdate();
        }
    }
}
