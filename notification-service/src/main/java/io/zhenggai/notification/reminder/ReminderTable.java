package io.zhenggai.notification.reminder;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.notification.dispatch.DispatchColumns;
import io.zhenggai.notification.planning.OwedKind;
import io.zhenggai.notification.planning.ReminderKey;
import io.zhenggai.notification.planning.ReminderOffset;
import io.zhenggai.notification.rows.JsonRows;
import io.zhenggai.notification.rows.PlanningColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The reminders that came due; read and written by runs only. */
@ApplicationScoped
class ReminderTable {

    private static final String KEY = """
            reminder.kind, reminder.owed_id, reminder.deadline_version, reminder.offset_days, reminder.post_region,
            reminder.post_unit, reminder.post_role
            """;

    /**
     * What need not be told again. Free to be planned anew is what nobody was there for, what was dropped or cancelled unsent,
     * what did not get away on its day, and what the server refused for an address that the post has no more.
     */
    private static final String SETTLED = "select " + KEY + """
            from reminder
            join owed on owed.kind = reminder.kind and owed.owed_id = reminder.owed_id and owed.version = reminder.deadline_version
            left join dispatch on dispatch.id = reminder.dispatch_id
            left join dispatch_item as item on item.dispatch_id = reminder.dispatch_id and item.reminder_id = reminder.id
            where owed.active and owed.due_on <= ?
              and (reminder.state = 'SUPERSEDED'
                   or reminder.state = 'DISPATCHED' and not item.dropped and dispatch.status <> 'CANCELLED'
                      and not (dispatch.status = 'PENDING' and dispatch.day < ? and not dispatch.may_have_arrived)
                      and not (dispatch.status = 'FAILED' and not exists (
                          select from contact
                          where contact.email_digest = dispatch.address_digest
                            and (reminder.vacant or (contact.region_code, contact.unit, contact.post)
                                                    = (reminder.post_region, reminder.post_unit, reminder.post_role)))))
            """;

    /** One whose fate is not known may have arrived today, or will. */
    private static final String MESSAGED = """
            select id, address from dispatch
            where day = ? and status <> 'CANCELLED' or sent_on = ? or status = 'SENDING' or status = 'PENDING' and may_have_arrived
            """;

    private static final String PUT = """
            insert into reminder (id, kind, owed_id, deadline_version, offset_days, post_region, post_unit, post_role, city_code,
                                  campaign_id, label, owed_region, owed_unit, due_on, since, purpose, at, day, vacant, state,
                                  dispatch_id)
            select id, kind, owed_id, deadline_version, offset_days, post_region, post_unit, post_role, city_code, campaign_id,
                   label, owed_region, owed_unit, due_on, since, purpose, at, day, vacant, state, dispatch_id
            from jsonb_to_recordset(?::jsonb) as row(id uuid, ordinal int, kind text, owed_id uuid, deadline_version bigint,
                                                     offset_days int, post_region text, post_unit text, post_role text,
                                                     city_code text, campaign_id uuid, label text, owed_region text,
                                                     owed_unit text, due_on date, since timestamptz, purpose text, at timestamptz,
                                                     day date, vacant boolean, state text, dispatch_id uuid)
            order by ordinal
            on conflict (kind, owed_id, deadline_version, offset_days, post_region, post_unit, post_role) do update
            set label = excluded.label, owed_region = excluded.owed_region, owed_unit = excluded.owed_unit,
                due_on = excluded.due_on, since = excluded.since, purpose = excluded.purpose, at = excluded.at,
                day = excluded.day, vacant = excluded.vacant, state = excluded.state, dispatch_id = excluded.dispatch_id
            returning reminder.id,
            """ + KEY;

    /** What a message named before is part of that message's record, and is again what became of it there. */
    private static final String FORGET_UNREACHABLE = """
            with gone as (
                select reminder.id, (select dispatch.id
                                     from dispatch_item as item join dispatch on dispatch.id = item.dispatch_id
                                     where item.reminder_id = reminder.id
                                     order by dispatch.number desc limit 1) as named_by
                from reminder where state = 'UNREACHABLE' and not (id = any (?))),
            restored as (
                update reminder
                set state = 'DISPATCHED', dispatch_id = dispatch.id,
                    vacant = (post_region, post_unit, post_role) <> (recipient_region, recipient_unit, recipient_role)
                from gone join dispatch on dispatch.id = gone.named_by
                where reminder.id = gone.id)
            delete from reminder using gone where reminder.id = gone.id and gone.named_by is null
            """;

    private final AgroalDataSource dataSource;
    private final Encryption encryption;

    ReminderTable(AgroalDataSource dataSource, Encryption encryption) {
        this.dataSource = dataSource;
        this.encryption = encryption;
    }

    /** @return the keys of what need not be told again, of what is owed up to that deadline */
    Set<ReminderKey> settled(LocalDate latest, LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(SETTLED)) {
            read.setObject(1, latest);
            read.setObject(2, today);
            try (ResultSet found = read.executeQuery()) {
                Set<ReminderKey> keys = new HashSet<>();
                while (found.next()) {
                    keys.add(key(found));
                }
                return keys;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the reminders could not be read", e);
        }
    }

    /** @return the addresses that have had their message of the day, or may have */
    Set<String> messagedOn(LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(MESSAGED)) {
            read.setObject(1, today);
            read.setObject(2, today);
            try (ResultSet found = read.executeQuery()) {
                Set<String> addresses = new HashSet<>();
                while (found.next()) {
                    encryption
                            .decryptIfReadable(
                                    found.getBytes(2), DispatchColumns.ADDRESS, found.getObject(1, UUID.class))
                            .ifPresent(addresses::add);
                }
                return addresses;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the messages of the day could not be read", e);
        }
    }

    /** Stores reminders that are new, or free to be planned anew; one statement. Returns the id of each. */
    Map<ReminderKey, UUID> put(List<ReminderRow> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setString(1, JsonRows.of(rows));
            try (ResultSet stored = put.executeQuery()) {
                Map<ReminderKey, UUID> ids = new HashMap<>();
                while (stored.next()) {
                    ids.put(key(stored), stored.getObject("id", UUID.class));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the reminders could not be stored", e);
        }
    }

    /**
     * Takes away what is not unreachable any more, or no longer owed: nobody was told, so there is nothing to prove, unless a
     * message was to bring it before.
     */
    void forgetUnreachableBut(Collection<UUID> still) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET_UNREACHABLE)) {
            forget.setArray(1, connection.createArrayOf("uuid", still.toArray()));
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the unreachable reminders could not be removed", e);
        }
    }

    private static ReminderKey key(ResultSet found) throws SQLException {
        return new ReminderKey(
                OwedKind.valueOf(found.getString("kind")),
                found.getString("owed_id"),
                found.getLong("deadline_version"),
                new ReminderOffset(found.getInt("offset_days")),
                PlanningColumns.post(found, "post_"));
    }
}
