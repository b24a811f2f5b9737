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
        @Nullable Unknown unknown) {

    /** Why a day cannot be told. */
    public enum Unknown {
        /** The document names no year. */
        NO_YEAR,
        /** With each year that the document offers it would lie before the day of printing, or before the phase before. */
        NO_YEAR_FITS,
        /** The calendar has no such day. */
        NO_SUCH_DAY,
        /** 10月前, 每年12月底: no single day is meant. */
        UNCLEAR,
        /** It is the day of printing, and that is not known. */
        NO_PRINTED_DATE
    }

    static Day unknown(Unknown why) {
        return new Day(null, null, null, false, why);
    }

    /** @return the day, when it can be told */
    public Optional<LocalDate> known() {
        return Optional.ofNullable(date);
    }
}
