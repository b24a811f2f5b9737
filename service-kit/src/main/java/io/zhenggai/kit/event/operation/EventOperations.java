package io.zhenggai.kit.event.operation;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.ContentDigest;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.paging.NumberedPages;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of what operators did, written in the transaction of the deed and never changed. */
@Singleton
public class EventOperations {

    private static final String INSERT = """
            insert into event_operation (person, name, action, reason, aggregate_type, aggregate_id, type, aggregate_version,
                                         topic, partition, record_offset, data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_RANGE = """
            insert into event_operation (person, name, action, reason, aggregate_type, type, aggregate_id, last_aggregate_id,
                                         aggregates)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LIST = """
            select id, at, name, action, reason, aggregate_type, aggregate_id, type, aggregate_version, topic, partition,
                   record_offset, last_aggregate_id, aggregates
            from event_operation where id > ? order by id limit ?
            """;

    private final AgroalDataSource dataSource;
    private final History history;
    private final Ids ids;
    private final Clock clock;

    EventOperations(AgroalDataSource dataSource, History history, Ids ids, Clock clock) {
        this.dataSource = dataSource;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** Two statements, in the JTA transaction of the deed, to which the connection must belong. */
    public void add(Connection connection, Caller by, OperationAction action, String reason, OperatedEvent event)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, by.person());
            insert.setString(2, by.name());
            insert.setString(3, action.name());
            insert.setString(4, reason);
            insert.setString(5, event.aggregateType());
            insert.setObject(6, event.aggregateId());
            insert.setString(7, event.type());
            insert.setObject(8, event.aggregateVersion());
            insert.setString(9, event.topic());
            insert.setObject(10, event.partition());
            insert.setObject(11, event.offset());
            insert.setBytes(12, event.data());
            insert.executeUpdate();
        }
        history.add(deed(by, action, reason, OnRecord.of(event)));
    }

    /** Two statements, in the JTA transaction of the deed, to which the connection must belong. */
    public void add(Connection connection, Caller by, String reason, RepublishedRange range) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_RANGE)) {
            insert.setString(1, by.person());
            insert.setString(2, by.name());
            insert.setString(3, OperationAction.REPUBLISH.name());
            insert.setString(4, reason);
            insert.setString(5, range.aggregateType());
            insert.setString(6, range.type());
            insert.setObject(7, range.first());
            insert.setObject(8, range.last());
            insert.setInt(9, range.count());
            insert.executeUpdate();
        }
        history.add(deed(by, OperationAction.REPUBLISH, reason, range));
    }

    /** A chain of its own: it is no change of the aggregate, whose row nobody has locked. */
    private Deed deed(Caller by, OperationAction action, String reason, Object on) {
        return new Deed(
                Aggregate.ofProvince("event-operation", ids.next()),
                0,
                action.name(),
                Act.of(by, clock.instant(), reason),
                FieldChanges.between(null, on));
    }

    /** The oldest first; one statement. */
    Page<EventOperation> list(PageRequest page) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(LIST)) {
            read.setLong(1, NumberedPages.behind(page, "operations").orElse(0L));
            read.setInt(2, page.limit() + 1);
            try (ResultSet found = read.executeQuery()) {
                List<EventOperation> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return NumberedPages.of(rows, page, "operations", EventOperation::id, null);
            }
        }
    }

    private static EventOperation row(ResultSet found) throws SQLException {
        return new EventOperation(
                found.getLong("id"),
                found.getObject("at", OffsetDateTime.class).toInstant(),
                found.getString("name"),
                OperationAction.valueOf(found.getString("action")),
                found.getString("reason"),
                found.getString("aggregate_type"),
                found.getObject("aggregate_id", UUID.class),
                found.getString("type"),
                number(found, "aggregate_version"),
                found.getString("topic"),
                found.getObject("partition", Integer.class),
                number(found, "record_offset"),
                found.getObject("last_aggregate_id", UUID.class),
                found.getObject("aggregates", Integer.class));
    }

    private static @Nullable Long number(ResultSet found, String column) throws SQLException {
        return found.getObject(column, Long.class);
    }

    /** What the history tells of an event: its body as a digest. */
    private record OnRecord(
            String aggregateType,
            @Nullable UUID aggregateId,
            @Nullable String type,
            @Nullable Long aggregateVersion,
            @Nullable String topic,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String data) {

        static OnRecord of(OperatedEvent event) {
            return new OnRecord(
                    event.aggregateType(),
                    event.aggregateId(),
                    event.type(),
                    event.aggregateVersion(),
                    event.topic(),
                    event.partition(),
                    event.offset(),
                    event.data() == null ? null : ContentDigest.of(event.data()));
        }
    }
}
