package io.zhenggai.notification.planning;

import java.time.LocalDate;
import java.util.List;

/**
 * The one message of a recipient on a day.
 *
 * @param day the day on which it leaves, in Asia/Shanghai
 * @param items the reminders that it brings, most urgent first; at least one
 * @param alsoOwed what else the recipient's own party owes that is near its deadline or past it, most urgent first; of this it
 *     was reminded before or will be
 * @param superseded reminders that were missed and that this message makes needless, to be stored as such
 */
public record ReminderMessage(
        Contact recipient,
        LocalDate day,
        List<MessageItem> items,
        List<Owed> alsoOwed,
        List<PlannedReminder> superseded) {

    public ReminderMessage {
        items = List.copyOf(items);
        alsoOwed = List.copyOf(alsoOwed);
        superseded = List.copyOf(superseded);
    }
}
