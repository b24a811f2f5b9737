package io.zhenggai.kit.event.feed;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads what the relay has sent, and what an operator has discarded. Whoever goes on behind the last position that was read meets every event once, and those of one aggregate
 * in the order of their versions. Snapshots, by which nothing happened, are not among them.
 */
@Singleton
public class EventFeed {

    private static final String BEHIND = """
            select position, aggregate_id, aggregate_version, event_id, type, occurred_at, data from event_feed
            where aggregate_type = ? and position > ? order by position limit ?
            """;

    private static final String LAST = "select coalesce(max(position), 0) from event_feed where aggregate_type = ?";

    private final AgroalDataSource dataSource;

    EventFeed(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One statement.
     *
     * @param position behind which; 0 for the beginning
     * @param limit how many at the most
     * @return in the order of their positions; none where nothing has happened since
     */
    public List<FedEvent> behind(String aggregateType, long position, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(BEHIND)) {
            read.setString(1, aggregateType);
            read.setLong(2, position);
            read.setInt(3, limit);
            try (ResultSet found = read.executeQuery()) {
                List<FedEvent> events = new ArrayList<>();
                while (found.next()) {
                    events.add(event(found));
                }
                return events;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the feed could not be read", e);
        }
    }

    /** One statement. @return the position of the last event by now; 0 where there is none */
    public long last(String aggregateType) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(LAST)) {
            read.setString(1, aggregateType);
            try (ResultSet found = read.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the feed could not be read", e);
        }
    }

    private static FedEvent event(ResultSet found) throws SQLException {
        return new FedEvent(
                found.getLong("position"),
                found.getObject("aggregate_id", UUID.class),
                found.getLong("aggregate_version"),
                found.getObject("event_id", UUID.class),
                found.getString("type"),
                found.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                new String(found.getBytes("data"), StandardCharsets.UTF_8));
    }
}
