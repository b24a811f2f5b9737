package io.zhenggai.notification.dispatch;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.notification.planning.ReminderKey;
import io.zhenggai.notification.planning.ReminderText;
import io.zhenggai.notification.rows.JsonRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Where whoever plans reminders hands over the messages that bring them; all within the caller's transaction. */
@ApplicationScoped
public class Dispatches {

    private static final String INSERT = """
            insert into dispatch (id, day, address, address_digest, city_code, region_code, unit, recipient_region, recipient_unit, recipient_role,
                                  subject, body, status)
            select id, day, decode(address, 'hex'), decode(address_digest, 'hex'), city_code, region_code, unit, recipient_region,
                   recipient_unit, recipient_role, subject, body, 'PENDING'
            from jsonb_to_recordset(?::jsonb) as row(ordinal int, id uuid, day date, address text, address_digest text,
                                                     city_code text, region_code text,
                                                     unit text, recipient_region text, recipient_unit text, recipient_role text,
                                                     subject text, body text)
            order by ordinal
            """;

    private static final String INSERT_ITEMS = """
            insert into dispatch_item (dispatch_id, ordinal, reminder_id, kind, owed_id, deadline_version, label, owed_region,
                                       owed_unit, due_on, since)
            select dispatch_id, ordinal, reminder_id, kind, owed_id, deadline_version, label, owed_region, owed_unit, due_on, since
            from jsonb_to_recordset(?::jsonb) as row(dispatch_id uuid, ordinal int, reminder_id uuid, kind text, owed_id uuid,
                                                     deadline_version bigint, label text, owed_region text, owed_unit text,
                                                     due_on date, since timestamptz)
            """;

    private static final String CANCEL_OLDER = """
            update dispatch set status = 'CANCELLED', reason = 'DAY_WENT_BY'
            where status = 'PENDING' and day < ? and not may_have_arrived
            """;

    private final AgroalDataSource dataSource;
    private final ReminderText text;
    private final Encryption encryption;
    private final KeyedDigest digest;

    Dispatches(AgroalDataSource dataSource, ReminderText text, Encryption encryption, KeyedDigest digest) {
        this.dataSource = dataSource;
        this.text = text;
        this.encryption = encryption;
        this.digest = digest;
    }

    /** Stores messages, to be sent in that order; one statement. The database refuses a second one to an address on a day. */
    public void add(List<NewDispatch> dispatches) {
        List<DispatchRow> rows = IntStream.range(0, dispatches.size())
                .mapToObj(i -> DispatchRow.of(i, dispatches.get(i), text, encryption, digest))
                .toList();
        execute(INSERT, JsonRows.of(rows));
    }

    /**
     * Stores what the messages bring; one statement.
     *
     * @param reminders the ids of their reminders, which are stored by now
     */
    public void addItems(List<NewDispatch> dispatches, Map<ReminderKey, UUID> reminders) {
        List<ItemRow> rows = dispatches.stream()
                .flatMap(dispatch -> ItemRow.of(dispatch, reminders).stream())
                .toList();
        execute(INSERT_ITEMS, JsonRows.of(rows));
    }

    private void execute(String sql, String rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, rows);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the dispatches could not be stored", e);
        }
    }

    /** Gives up what did not get away on its day, so that it can be planned anew; not what may have got away. */
    public void cancelThoseBefore(LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement cancel = connection.prepareStatement(CANCEL_OLDER)) {
            cancel.setObject(1, today);
            cancel.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the dispatches of earlier days could not be cancelled", e);
        }
    }
}
