package io.zhenggai.notification.dispatch;

import io.zhenggai.notification.planning.Contact;
import io.zhenggai.notification.planning.MessageItem;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.ReminderMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a stored message brings, in its order.
 *
 * @param lines reminders first, then what else is owed
 */
record Content(Contact recipient, LocalDate day, List<Line> lines) {

    /**
     * One of them.
     *
     * @param reminder the reminder; empty where it only names what else is owed
     * @param dropped whether it was left out, being no longer owed
     */
    record Line(Owed owed, Optional<MessageItem> reminder, boolean dropped) {}

    /** The message without what was dropped; empty when no reminder is left. */
    Optional<ReminderMessage> left() {
        List<MessageItem> items = lines.stream()
                .filter(line -> !line.dropped())
                .flatMap(line -> line.reminder().stream())
                .toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Owed> alsoOwed = lines.stream()
                .filter(line -> !line.dropped() && line.reminder().isEmpty())
                .map(Line::owed)
                .toList();
        return Optional.of(new ReminderMessage(recipient, day, items, alsoOwed, List.of()));
    }
}
