package io.zhenggai.kit.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Where days meet instants: every date of the business is a day in Asia/Shanghai, whatever the zone of the machine or of
 * the clock.
 */
public final class BusinessTime {

    /** The zone of every date and deadline. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessTime() {}

    /** Today by the business clock. */
    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    /** The day on which a moment lies. */
    public static LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The moment at which a clock on an office wall shows this time on this day. */
    public static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    /**
     * The first moment that is too late for a deadline: the start of the next day. "10月31日前" means until the end of that
     * day, so what arrives in its last nanosecond is in time.
     */
    public static Instant firstLateMoment(LocalDate dueOn) {
        return dueOn.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Whether something done at that moment missed the deadline. */
    public static boolean isLate(LocalDate dueOn, Instant moment) {
        return !moment.isBefore(firstLateMoment(dueOn));
    }
}
