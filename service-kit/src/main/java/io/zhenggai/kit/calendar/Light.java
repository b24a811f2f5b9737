package io.zhenggai.kit.calendar;

import java.time.LocalDate;

/**
 * How near a deadline is 红黄绿灯. Derived from the clock whenever it is shown, never stored; only for what is still owed.
 */
public enum Light {
    /** More than 5 working days are left. */
    GREEN,
    /** Due today or within the next 5 working days. */
    YELLOW,
    /** Overdue: from the day after the deadline. */
    RED;

    private static final int YELLOW_WORKING_DAYS = 5;

    /** The light of a deadline on a day. */
    public static Light of(LocalDate dueOn, LocalDate today, WorkingCalendar calendar) {
        if (dueOn.isBefore(today)) {
            return RED;
        }
        return dueOn.isAfter(lastYellow(today, calendar)) ? GREEN : YELLOW;
    }

    /**
     * The latest deadline that is yellow on a day, for queries: before {@code today} is red, up to and including this
     * date yellow, after it green. Days off behind the fifth working day belong to it.
     */
    public static LocalDate lastYellow(LocalDate today, WorkingCalendar calendar) {
        return calendar.plusWorkingDays(today, YELLOW_WORKING_DAYS + 1).minusDays(1);
    }
}
