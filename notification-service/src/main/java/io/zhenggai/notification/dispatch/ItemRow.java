package io.zhenggai.notification.dispatch;

import io.zhenggai.notification.planning.MessageItem;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.ReminderKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A new row of the table of what dispatches bring. */
record ItemRow(
        UUID dispatchId,
        int ordinal,
        Optional<UUID> reminderId,
        String kind,
        UUID owedId,
        long deadlineVersion,
        String label,
        String owedRegion,
        String owedUnit,
        LocalDate dueOn,
        Instant since) {

    /** The reminders of a message, then what else it names, in its order. */
    static List<ItemRow> of(NewDispatch dispatch, Map<ReminderKey, UUID> reminders) {
        List<ItemRow> rows = new ArrayList<>();
        for (MessageItem item : dispatch.message().items()) {
            UUID reminder = reminders.get(item.reminder().key());
            rows.add(of(
                    dispatch.id(),
                    rows.size(),
                    Optional.of(reminder),
                    item.reminder().owed()));
        }
        for (Owed owed : dispatch.message().alsoOwed()) {
            rows.add(of(dispatch.id(), rows.size(), Optional.empty(), owed));
        }
        return rows;
    }

    private static ItemRow of(UUID dispatchId, int ordinal, Optional<UUID> reminderId, Owed owed) {
        return new ItemRow(
                dispatchId,
                ordinal,
                reminderId,
                owed.kind().name(),
                UUID.fromString(owed.id()),
                owed.deadline().version(),
                owed.label(),
                owed.owedBy().region().value(),
                owed.owedBy().unit().orElse(""),
                owed.deadline().dueOn(),
                owed.deadline().since());
    }
}
