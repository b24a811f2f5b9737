package io.zhenggai.notification.reminder;

import io.zhenggai.notification.dispatch.Audience;
import io.zhenggai.notification.owed.OwedRow;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.Party;
import io.zhenggai.notification.planning.PlannedReminder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A row of the table of reminders. */
record ReminderRow(
        UUID id,
        int ordinal,
        String kind,
        UUID owedId,
        long deadlineVersion,
        int offsetDays,
        String postRegion,
        String postUnit,
        String postRole,
        String cityCode,
        UUID campaignId,
        String label,
        String owedRegion,
        String owedUnit,
        LocalDate dueOn,
        Instant since,
        String purpose,
        Instant at,
        LocalDate day,
        boolean vacant,
        String state,
        Optional<UUID> dispatchId) {

    /**
     * @param row what is behind the thing owed
     * @param day on which it came due
     * @param vacant whether somebody stands in for the post
     * @param dispatchId the message that brings it
     */
    static ReminderRow of(
            UUID id,
            int ordinal,
            PlannedReminder reminder,
            OwedRow row,
            LocalDate day,
            boolean vacant,
            ReminderState state,
            Optional<UUID> dispatchId) {
        Owed owed = reminder.owed();
        Party party = reminder.post().party();
        return new ReminderRow(
                id,
                ordinal,
                owed.kind().name(),
                row.id(),
                owed.deadline().version(),
                reminder.offset().days(),
                party.region().value(),
                party.unit().orElse(""),
                reminder.post().role().name(),
                Audience.cityOf(party.region()),
                row.campaignId(),
                owed.label(),
                owed.owedBy().region().value(),
                owed.owedBy().unit().orElse(""),
                owed.deadline().dueOn(),
                owed.deadline().since(),
                reminder.purpose().name(),
                reminder.at(),
                day,
                vacant,
                state.name(),
                dispatchId);
    }
}
