package io.zhenggai.notification.planning;

import java.util.List;

/**
 * What is to be done at a moment.
 *
 * @param messages the messages to send, the most urgent first. Each stands for itself: a capped run may leave the last ones to
 *     the next run
 * @param superseded reminders that were missed and that an earlier run has made needless
 * @param unreachable reminders for which not even the provincial office has a contact. They stay due: somebody must be told
 *     that a contact is missing
 */
public record DueReminders(
        List<ReminderMessage> messages, List<PlannedReminder> superseded, List<PlannedReminder> unreachable) {

    static final DueReminders NONE = new DueReminders(List.of(), List.of(), List.of());

    public DueReminders {
        messages = List.copyOf(messages);
        superseded = List.copyOf(superseded);
        unreachable = List.copyOf(unreachable);
    }
}
