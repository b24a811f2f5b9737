package io.zhenggai.notification.rows;

import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.notification.planning.Deadline;
import io.zhenggai.notification.planning.MessageItem;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.OwedKind;
import io.zhenggai.notification.planning.Party;
import io.zhenggai.notification.planning.PlannedReminder;
import io.zhenggai.notification.planning.Post;
import io.zhenggai.notification.planning.PostRole;
import io.zhenggai.notification.planning.Purpose;
import io.zhenggai.notification.planning.ReminderOffset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Makes the planner's own values of stored rows again; every table calls the same thing by the same column. */
public final class PlanningColumns {

    private PlanningColumns() {}

    /** @return from kind, owed_id, deadline_version, label, owed_region, owed_unit, due_on, since */
    public static Owed owed(ResultSet row) throws SQLException {
        Deadline deadline = new Deadline(
                row.getObject("due_on", LocalDate.class), row.getLong("deadline_version"), instant(row, "since"));
        return new Owed(
                OwedKind.valueOf(row.getString("kind")),
                row.getString("owed_id"),
                row.getString("label"),
                party(row, "owed_"),
                deadline);
    }

    /** @return from offset_days, at, post_region, post_unit, post_role, purpose, vacant */
    public static MessageItem item(ResultSet row, Owed owed) throws SQLException {
        Post post = post(row, "post_");
        PlannedReminder reminder = new PlannedReminder(
                owed,
                new ReminderOffset(row.getInt("offset_days")),
                instant(row, "at"),
                post,
                Purpose.valueOf(row.getString("purpose")));
        return new MessageItem(reminder, row.getBoolean("vacant") ? Optional.of(post) : Optional.empty());
    }

    /** @return from region, unit and role, each behind the prefix */
    public static Post post(ResultSet row, String prefix) throws SQLException {
        return new Post(party(row, prefix), PostRole.valueOf(row.getString(prefix + "role")));
    }

    private static Party party(ResultSet row, String prefix) throws SQLException {
        return new Party(new RegionCode(row.getString(prefix + "region")), unit(row.getString(prefix + "unit")));
    }

    /** @return the unit; empty for '', which is the office, county or zone itself */
    public static Optional<String> unit(String column) {
        return Optional.of(column).filter(name -> !name.isEmpty());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
