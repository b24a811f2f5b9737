package io.zhenggai.plan.notice.date;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which day a date means, as far as the document tells.
 *
 * @param from the first day of a span; null otherwise, or when it cannot be told
 * @param date the day, or the last one of a span; null when it cannot be told
 * @param yearFrom where its year was taken from; null when there is none
 * @param implied whether it follows from a rule and does not stand there
 * @param unknown why the day cannot be told; null when it can
 */
public record Day(
        @Nullable LocalDate from,
        @Nullable LocalDate date,
        @Nullable YearFrom yearFrom,
        boolean implied,
        @Nullable DayUnknown unknown) {

    static Day unknown(DayUnknown why) {
        return new Day(null, null, null, false, why);
    }

    /** @return the day, when it can be told */
    public Optional<LocalDate> known() {
        return Optional.ofNullable(date);
    }
}
