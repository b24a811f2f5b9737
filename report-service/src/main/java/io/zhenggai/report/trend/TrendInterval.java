package io.zhenggai.report.trend;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Into what a trend is divided. */
public enum TrendInterval {
    /** Calendar months; the key is such as {@code 2021-10}. */
    MONTH {
        @Override
        LocalDate startOf(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusMonths(1);
        }

        @Override
        String key(LocalDate start) {
            return YearMonth.from(start).toString();
        }
    },

    /** Weeks from Monday to Sunday, numbered as ISO 8601 does; the key is such as {@code 2021-W43}. */
    WEEK {
        @Override
        LocalDate startOf(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusWeeks(1);
        }

        @Override
        String key(LocalDate start) {
            return "%d-W%02d"
                    .formatted(start.get(IsoFields.WEEK_BASED_YEAR), start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    };

    /** @return the first day of the interval in which that day lies */
    abstract LocalDate startOf(LocalDate day);

    /** @return the first day of the interval after the one that starts on that day */
    abstract LocalDate next(LocalDate start);

    /** @return the name of the interval that starts on that day */
    abstract String key(LocalDate start);

    /** @return what the database calls it in {@code date_trunc} */
    String unit() {
        return name().toLowerCase(Locale.ROOT);
    }
}
