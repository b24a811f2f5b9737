package io.zhenggai.plan.notice.date;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which day is meant by what is written as a date. */
public final class Days {

    private Days() {}

    /**
     * The day that must not be passed: of a span its last one.
     *
     * @param years what a date without a year may take
     * @param notBefore with a year that is not written, the day must not lie before this one; null: no such bound
     */
    public static Day of(DateWords words, Years years, @Nullable LocalDate notBefore) {
        if (words.isImpossible()) {
            return Day.unknown(DayUnknown.NO_SUCH_DAY);
        }
        if (!words.isClear()) {
            return Day.unknown(DayUnknown.UNCLEAR);
        }
        Integer written = writtenYear(words, years);
        if (written != null) {
            return inYear(words, written, yearFrom(words, years), years).orElse(Day.unknown(DayUnknown.NO_SUCH_DAY));
        }
        for (Years.Candidate candidate : years.candidates()) {
            Optional<Day> day = inYear(words, candidate.year(), candidate.from(), years)
                    .filter(found -> isNotBefore(found, years.printedOn()) && isNotBefore(found, notBefore));
            if (day.isPresent()) {
                boolean trusted = document(years)
                        .filter(own -> own.year() == candidate.year())
                        .isPresent();
                return trusted ? day.get() : implied(day.get());
            }
        }
        return Day.unknown(years.candidates().isEmpty() ? DayUnknown.NO_YEAR : DayUnknown.NO_YEAR_FITS);
    }

    /** 今年 and 明年 stand there, but what they mean is the document's to say. */
    private static YearFrom yearFrom(DateWords words, Years years) {
        return words.year() != null
                ? YearFrom.TEXT
                : document(years).map(Years.Candidate::from).orElse(YearFrom.TEXT);
    }

    private static boolean isNotBefore(Day day, @Nullable LocalDate bound) {
        return bound == null
                || day.known().filter(date -> !date.isBefore(bound)).isPresent();
    }

    private static Optional<Years.Candidate> document(Years years) {
        return years.candidates().stream()
                .filter(candidate -> candidate.from() != YearFrom.EARLIER_DATE)
                .findFirst();
    }

    /** The year of the end of a span, or of the date, as far as it is written: 2021年11月至次年2月 is 2022. */
    private static @Nullable Integer writtenYear(DateWords words, Years years) {
        PartialDate from = words.from();
        PartialDate to = words.to();
        if (to.year() != null) {
            return to.year();
        }
        Integer base = from == null ? null : written(from, years);
        if (to.relativeYear() != null) {
            return base == null ? relative(to.relativeYear(), years) : Integer.valueOf(base + to.relativeYear());
        }
        return base;
    }

    private static @Nullable Integer written(PartialDate date, Years years) {
        return date.relativeYear() == null ? date.year() : relative(date.relativeYear(), years);
    }

    private static @Nullable Integer relative(int more, Years years) {
        return document(years).map(own -> own.year() + more).orElse(null);
    }

    private static Optional<Day> inYear(DateWords words, int year, YearFrom yearFrom, Years years) {
        PartialDate to = words.to();
        if (words.from() != null) {
            return span(words.from(), to, year, yearFrom);
        }
        LocalDate begin = words.opening() == DateWords.Opening.PRINTING ? years.printedOn() : firstDay(words, year);
        return to.last(year)
                .map(date -> new Day(begin, date, yearFrom, to.part().isImplied(), null));
    }

    private static Optional<Day> span(PartialDate from, PartialDate to, int year, YearFrom yearFrom) {
        boolean toHasYear = to.year() != null || to.relativeYear() != null;
        Optional<LocalDate> first = from.first(fromYear(from, to, year, toHasYear));
        Optional<LocalDate> last = to.last(year);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().isBefore(first.get()) && !toHasYear) {
            // 11月至2月: no span ends before it begins.
            return to.last(year + 1).map(date -> new Day(first.get(), date, yearFrom, true, null));
        }
        return Optional.of(new Day(first.get(), last.get(), yearFrom, to.part().isImplied(), null));
    }

    private static @Nullable LocalDate firstDay(DateWords words, int year) {
        return words.isSpan() ? words.to().first(year).orElse(null) : null;
    }

    /** A span's beginning without a year lies in the year of its end, or in the one before: 11月至2022年2月. */
    private static int fromYear(PartialDate from, PartialDate to, int year, boolean toHasYear) {
        if (from.year() != null) {
            return from.year();
        }
        if (to.relativeYear() != null) {
            return year - to.relativeYear();
        }
        boolean wraps = from.month() > to.month();
        return toHasYear && wraps ? year - 1 : year;
    }

    private static Day implied(Day day) {
        return new Day(day.from(), day.date(), day.yearFrom(), true, day.unknown());
    }
}
