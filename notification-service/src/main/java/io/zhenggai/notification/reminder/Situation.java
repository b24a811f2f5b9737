package io.zhenggai.notification.reminder;

import io.zhenggai.notification.owed.OwedRow;
import io.zhenggai.notification.planning.Contacts;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.ReminderHistory;
import java.util.Map;

/**
 * All that planning needs to know.
 *
 * @param owed what is owed, each with the row behind it
 * @param history which reminders exist, and who had a message today
 */
record Situation(Map<Owed, OwedRow> owed, ReminderHistory history, Contacts contacts) {

    Situation {
        owed = Map.copyOf(owed);
    }
}
