package io.zhenggai.kit.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The years that a date of this system can lie in. What is outside is a slip of the hand at best: the driver writes dates of
 * very great years as {@code infinity}, with which the database then counts on.
 */
public final class DateBounds {

    /** The first year. */
    public static final int FIRST_YEAR = 1900;

    /** The last year. */
    public static final int LAST_YEAR = 2199;

    private static final Instant FIRST = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
    private static final Instant BEHIND = Instant.parse(LAST_YEAR + 1 + "-01-01T00:00:00Z");

    private DateBounds() {}

    /** @return whether the date's year lies within */
    public static boolean hold(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    /** @return whether the moment's year, in UTC, lies within */
    public static boolean hold(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(BEHIND);
    }
}
