package io.zhenggai.notification.planning;

/**
 * The day of a reminder, counted from the deadline.
 *
 * @param days 0 or below: calendar days before the deadline; above 0: working days after it
 */
public record ReminderOffset(int days) implements Comparable<ReminderOffset> {

    /** So many calendar days before the deadline, before it is moved off a day that is not worked. */
    public static ReminderOffset daysBefore(int days) {
        return new ReminderOffset(-days);
    }

    /** So many working days after the deadline. */
    public static ReminderOffset workingDaysAfter(int days) {
        return new ReminderOffset(days);
    }

    public boolean isOverdue() {
        return days > 0;
    }

    @Override
    public int compareTo(ReminderOffset other) {
        return Integer.compare(days, other.days);
    }
}
