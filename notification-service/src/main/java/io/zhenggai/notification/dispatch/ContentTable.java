package io.zhenggai.notification.dispatch;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.notification.dispatch.Content.Line;
import io.zhenggai.notification.planning.Contact;
import io.zhenggai.notification.planning.MessageItem;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.rows.PlanningColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a message brings: read and written anew when part of it is no longer owed. */
@ApplicationScoped
class ContentTable {

    /**
     * Whether it is still owed, by the same deadline and the same party: as {@code OwedRow} has it, by a unit while that has a
     * contact, else by its office. Were the two not alike, what is planned would be dropped and planned again for ever.
     */
    static final String IS_OWED = """
            exists (
                select from owed
                where owed.kind = item.kind and owed.owed_id = item.owed_id and owed.version = item.deadline_version
                  and owed.active and owed.region_code = item.owed_region
                  and item.owed_unit = coalesce((select contact.unit from contact
                                                 where contact.region_code = owed.region_code and contact.unit = owed.unit
                                                   and contact.post = 'CONTACT'), ''))
            """;

    private static final String DROP = """
            update dispatch_item as item set dropped = true
            where item.dispatch_id = ? and not item.dropped and not {isOwed}
            """.replace("{isOwed}", IS_OWED);

    private static final String READ = """
            select item.kind, item.owed_id, item.deadline_version, item.label, item.owed_region, item.owed_unit, item.due_on,
                   item.since, item.dropped, item.reminder_id, reminder.offset_days, reminder.at, reminder.post_region,
                   reminder.post_unit, reminder.post_role, reminder.purpose, reminder.vacant, dispatch.address, dispatch.day,
                   dispatch.recipient_region, dispatch.recipient_unit, dispatch.recipient_role
            from dispatch
            join dispatch_item as item on item.dispatch_id = dispatch.id
            left join reminder on reminder.id = item.reminder_id
            where dispatch.id = ?
            order by item.ordinal
            """;

    private static final String REWRITE = "update dispatch set subject = ?, body = ? where id = ?";

    private final AgroalDataSource dataSource;
    private final Encryption encryption;

    ContentTable(AgroalDataSource dataSource, Encryption encryption) {
        this.dataSource = dataSource;
        this.encryption = encryption;
    }

    void dropWhatIsNoLongerOwed(UUID dispatch) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement drop = connection.prepareStatement(DROP)) {
            drop.setObject(1, dispatch);
            drop.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what is no longer owed could not be dropped", e);
        }
    }

    Content read(UUID dispatch) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, dispatch);
            try (ResultSet found = read.executeQuery()) {
                return content(dispatch, found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what a dispatch brings could not be read", e);
        }
    }

    private Content content(UUID dispatch, ResultSet found) throws SQLException {
        if (!found.next()) {
            throw new IllegalStateException("a dispatch brings nothing");
        }
        Contact recipient = new Contact(
                PlanningColumns.post(found, "recipient_"),
                encryption.decrypt(found.getBytes("address"), DispatchColumns.ADDRESS, dispatch));
        LocalDate day = found.getObject("day", LocalDate.class);
        List<Line> lines = new ArrayList<>();
        do {
            lines.add(line(found));
        } while (found.next());
        return new Content(recipient, day, lines);
    }

    private static Line line(ResultSet found) throws SQLException {
        Owed owed = PlanningColumns.owed(found);
        Optional<MessageItem> reminder = found.getObject("reminder_id") == null
                ? Optional.empty()
                : Optional.of(PlanningColumns.item(found, owed));
        return new Line(owed, reminder, found.getBoolean("dropped"));
    }

    void rewrite(UUID dispatch, String subject, String body) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement rewrite = connection.prepareStatement(REWRITE)) {
            rewrite.setString(1, subject);
            rewrite.setString(2, body);
            rewrite.setObject(3, dispatch);
            rewrite.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the words of a dispatch could not be stored", e);
        }
    }
}
