package io.zhenggai.notification.planning;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What happened so far.
 *
 * @param settled the reminders that exist, sent, being sent or superseded
 * @param messagedToday the addresses that have had their message today
 */
public record ReminderHistory(Set<ReminderKey> settled, Set<String> messagedToday) {

    /** Nothing was sent yet. */
    public static final ReminderHistory NONE = new ReminderHistory(Set.of(), Set.of());

    public ReminderHistory {
        settled = Set.copyOf(settled);
        messagedToday = Set.copyOf(messagedToday);
    }

    /** The history on the morning after everything due was sent. */
    ReminderHistory nextMorning(DueReminders sent) {
        Set<ReminderKey> all = new HashSet<>(settled);
        Stream.concat(
                        sent.superseded().stream(),
                        sent.messages().stream()
                                .flatMap(message -> Stream.concat(
                                        message.items().stream().map(MessageItem::reminder),
                                        message.superseded().stream())))
                .map(PlannedReminder::key)
                .forEach(all::add);
        return new ReminderHistory(all, Set.of());
    }
}
