package io.zhenggai.kit.event.republish;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** When aggregates were changed last, as their histories have it. */
public final class LastChanges {

    private LastChanges() {}

    /**
     * One statement.
     *
     * @param sql with one parameter, an array of ids; it selects the id and the moment of each
     * @return the moments by id; without those of which it finds none
     */
    public static Map<UUID, Instant> read(AgroalDataSource dataSource, String sql, Collection<UUID> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(sql)) {
            read.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet found = read.executeQuery()) {
                Map<UUID, Instant> changes = new HashMap<>();
                while (found.next()) {
                    changes.put(
                            found.getObject(1, UUID.class),
                            found.getObject(2, OffsetDateTime.class).toInstant());
                }
                return changes;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the last changes could not be read", e);
        }
    }
}
