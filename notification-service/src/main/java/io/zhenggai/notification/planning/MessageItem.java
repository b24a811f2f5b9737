package io.zhenggai.notification.planning;

import java.util.Optional;

/**
 * A reminder as part of a message.
 *
 * @param vacant the post that it was meant for, when nobody holds that one and the recipient stands in
 */
public record MessageItem(PlannedReminder reminder, Optional<Post> vacant) {

    /** Whether it reminds the recipient of what their own party owes. */
    boolean remindsRecipient() {
        return reminder.purpose() == Purpose.REMINDER && vacant.isEmpty();
    }

    /** Whether it lets the recipient know what somebody else owes, and no more. */
    boolean copiesRecipient() {
        return reminder.purpose() == Purpose.COPY && vacant.isEmpty();
    }
}
