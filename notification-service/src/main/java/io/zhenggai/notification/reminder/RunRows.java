package io.zhenggai.notification.reminder;

import io.zhenggai.kit.id.Ids;
import io.zhenggai.notification.dispatch.NewDispatch;
import io.zhenggai.notification.planning.MessageItem;
import io.zhenggai.notification.planning.PlannedReminder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows that one run writes. */
final class RunRows {

    private final Situation situation;
    private final LocalDate today;
    private final Ids ids;

    RunRows(Situation situation, LocalDate today, Ids ids) {
        this.situation = situation;
        this.today = today;
        this.ids = ids;
    }

    /** @param superseded what an earlier message has made needless */
    List<ReminderRow> of(List<NewDispatch> messages, List<PlannedReminder> superseded) {
        List<ReminderRow> rows = new ArrayList<>();
        for (NewDispatch dispatch : messages) {
            Optional<UUID> id = Optional.of(dispatch.id());
            for (MessageItem item : dispatch.message().items()) {
                boolean vacant = item.vacant().isPresent();
                rows.add(row(rows.size(), item.reminder(), vacant, ReminderState.DISPATCHED, id));
            }
            for (PlannedReminder missed : dispatch.message().superseded()) {
                rows.add(row(rows.size(), missed, false, ReminderState.SUPERSEDED, id));
            }
        }
        for (PlannedReminder missed : superseded) {
            rows.add(row(rows.size(), missed, false, ReminderState.SUPERSEDED, Optional.empty()));
        }
        return rows;
    }

    List<ReminderRow> unreachable(List<PlannedReminder> unreachable) {
        return unreachable.stream()
                .map(reminder -> row(0, reminder, true, ReminderState.UNREACHABLE, Optional.empty()))
                .toList();
    }

    private ReminderRow row(
            int ordinal, PlannedReminder reminder, boolean vacant, ReminderState state, Optional<UUID> dispatchId) {
        return ReminderRow.of(
                ids.next(), ordinal, reminder, situation.owed().get(reminder.owed()), today, vacant, state, dispatchId);
    }
}
