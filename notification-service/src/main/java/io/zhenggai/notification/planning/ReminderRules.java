package io.zhenggai.notification.planning;

import java.time.LocalTime;
import java.util.List;

/**
 * When reminders go out.
 *
 * @param daysBefore calendar days before the deadline, largest first, none below 0
 * @param sendAt the time of day in Asia/Shanghai; no message leaves earlier in the day
 * @param contactAfter on which working day after the deadline the contact is told
 * @param headAfter on which the head of the office is told
 * @param slipAfter on which a supervision slip is proposed 督办单
 * @param circularAfter on which a circular is proposed 通报
 */
public record ReminderRules(
        List<Integer> daysBefore, LocalTime sendAt, int contactAfter, int headAfter, int slipAfter, int circularAfter) {

    /** What holds unless somebody decides otherwise. */
    public static final ReminderRules DEFAULT = new ReminderRules(List.of(7, 3, 1, 0), LocalTime.of(9, 0), 1, 3, 5, 10);

    public ReminderRules {
        daysBefore = List.copyOf(daysBefore);
        if (daysBefore.isEmpty()) {
            throw new IllegalArgumentException("daysBefore must name at least one day");
        }
        for (int i = 0; i < daysBefore.size(); i++) {
            if (daysBefore.get(i) < 0 || i > 0 && daysBefore.get(i) >= daysBefore.get(i - 1)) {
                throw new IllegalArgumentException("daysBefore must fall, none below 0: " + daysBefore);
            }
        }
        // Two steps on one day would be one row for the provincial office, which gets copies as well as proposals.
        if (!(0 < contactAfter && contactAfter < headAfter && headAfter < slipAfter && slipAfter < circularAfter)) {
            throw new IllegalArgumentException("the steps after the deadline must rise from 1: %d, %d, %d, %d"
                    .formatted(contactAfter, headAfter, slipAfter, circularAfter));
        }
    }
}
