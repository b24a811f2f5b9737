package io.zhenggai.kit.event.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.kit.event.operation.OperatedEvent;
import io.zhenggai.kit.json.StoredJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements on parked rows of the outbox. */
final class ParkedEvents {

    private static final String LIST = """
            select id, aggregate_type, aggregate_id, aggregate_version, type, occurred_at, octet_length(data) as bytes, parked_at,
                   parked_reason,
                   (select count(*) from outbox w
                    where w.aggregate_type = p.aggregate_type and w.aggregate_id = p.aggregate_id and w.parked_at is null) as waiting
            from outbox p where parked_at is not null and id > ? order by id limit ?
            """;
    private static final String UNPARK = """
            update outbox set parked_at = null, parked_reason = null, discarded = false where id = ? and parked_at is not null
            returning aggregate_type, aggregate_id, type, aggregate_version, null::bytea as data
            """;
    private static final String DISCARD = """
            update outbox set parked_at = null, parked_reason = null, discarded = true where id = ? and parked_at is not null
            returning aggregate_type, aggregate_id, type, aggregate_version, data
            """;

    private static final String DELETE = "delete from outbox where id = ? and discarded";

    private ParkedEvents() {}

    static List<ParkedEvent> list(Connection connection, long behind, int limit) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(LIST)) {
            read.setLong(1, behind);
            read.setInt(2, limit);
            try (ResultSet found = read.executeQuery()) {
                List<ParkedEvent> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        }
    }

    /** @return the event, that the relay now tries again; empty when none of that id is parked */
    static Optional<OperatedEvent> unpark(Connection connection, long id) throws SQLException {
        return operate(connection, UNPARK, id);
    }

    /**
     * What can be read the relay passes over, and takes to its place in the feed; what cannot is gone at once: nobody could read the feed
     * beyond it.
     *
     * @return the event; empty when none of that id is parked
     */
    static Optional<OperatedEvent> discard(Connection connection, long id) throws SQLException {
        Optional<OperatedEvent> discarded = operate(connection, DISCARD, id);
        if (discarded.filter(event -> !isReadable(event.data())).isPresent()) {
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
        return discarded;
    }

    private static boolean isReadable(byte @Nullable [] data) {
        if (data == null) {
            return false;
        }
        try {
            JsonNode body = StoredJson.read(new String(data, StandardCharsets.UTF_8), JsonNode.class);
            return body != null && body.path("state").isObject();
        } catch (IllegalStateException noJson) {
            return false;
        }
    }

    private static Optional<OperatedEvent> operate(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setLong(1, id);
            try (ResultSet changed = change.executeQuery()) {
                if (!changed.next()) {
                    return Optional.empty();
                }
                return Optional.of(new OperatedEvent(
                        changed.getString("aggregate_type"),
                        changed.getObject("aggregate_id", UUID.class),
                        changed.getString("type"),
                        changed.getLong("aggregate_version"),
                        null,
                        null,
                        null,
                        changed.getBytes("data")));
            }
        }
    }

    private static ParkedEvent row(ResultSet found) throws SQLException {
        return new ParkedEvent(
                found.getLong("id"),
                found.getString("aggregate_type"),
                found.getObject("aggregate_id", UUID.class),
                found.getLong("aggregate_version"),
                found.getString("type"),
                found.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                found.getLong("bytes"),
                found.getObject("parked_at", OffsetDateTime.class).toInstant(),
                found.getString("parked_reason"),
                found.getLong("waiting"));
    }
}
