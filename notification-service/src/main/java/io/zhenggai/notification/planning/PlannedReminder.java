package io.zhenggai.notification.planning;

import java.time.Instant;

/**
 * One reminder: of one thing owed, to one post, on one day.
 *
 * @param at the earliest moment at which it is sent, by the business clock
 */
public record PlannedReminder(Owed owed, ReminderOffset offset, Instant at, Post post, Purpose purpose) {

    public ReminderKey key() {
        return new ReminderKey(owed.kind(), owed.id(), owed.deadline().version(), offset, post);
    }
}
