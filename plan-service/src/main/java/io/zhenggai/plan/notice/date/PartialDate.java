package io.zhenggai.plan.notice.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as it is written, with or without a year.
 *
 * @param year as written; null where none is
 * @param relativeYear what 今年 (0), 明年 or 次年 (1), 去年 (−1) add to the document's year; null where it does not say so
 * @param month as written, from 0 to 99
 * @param day as written; 0 unless the part is a day
 */
record PartialDate(@Nullable Integer year, @Nullable Integer relativeYear, int month, DayPart part, int day) {

    /** @return the last day meant, in a year; empty when there is no such day */
    Optional<LocalDate> last(int inYear) {
        return in(inYear, false);
    }

    /** @return the first day meant, in a year; empty when there is no such day */
    Optional<LocalDate> first(int inYear) {
        return in(inYear, true);
    }

    private Optional<LocalDate> in(int inYear, boolean first) {
        try {
            YearMonth of = YearMonth.of(inYear, month);
            int length = of.lengthOfMonth();
            return Optional.of(of.atDay(first ? part.first(day, length) : part.last(day, length)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @return whether no year has such a day: 11月31日, 13月 */
    boolean isImpossible() {
        // A leap year has every day that any year has.
        return last(year == null ? 2000 : year).isEmpty();
    }
}
