package io.zhenggai.plan.notice.date;

import org.jspecify.annotations.Nullable;

/**
 * What is written as a date or as a span of days.
 *
 * @param begin offset of the first character
 * @param end offset behind the last one
 * @param opening how a span begins that has no date to begin with
 * @param from the date that a span begins with; null where there is none
 * @param to the date, or the one that the span ends with
 * @param before whether 前 follows
 * @param approximate whether 前后 or 左右 follows: no day by which anything is due
 * @param recurring whether it is one of many: 每年12月底
 */
public record DateWords(
        int begin,
        int end,
        Opening opening,
        @Nullable PartialDate from,
        PartialDate to,
        boolean before,
        boolean approximate,
        boolean recurring) {

    /** How what is written begins. */
    public enum Opening {
        /** With a date. */
        DATE,
        /** 即日起, 自通知印发之日起. */
        PRINTING
    }

    /** @return whether it is a span of days */
    public boolean isSpan() {
        return isFromTo() || (to.part().isSpan() && !before);
    }

    /** @return whether it names one day by its number: 10月31日, with 前 or without */
    public boolean isSingleDay() {
        return !isFromTo() && to.part() == DayPart.DAY;
    }

    /** @return whether it says from when until when */
    public boolean isFromTo() {
        return from != null || opening == Opening.PRINTING;
    }

    /** @return whether it is a date by itself, neither 前 nor a span with two ends */
    public boolean isPlain() {
        return !isFromTo() && !before && !approximate && !recurring;
    }

    /** @return whether the calendar has no such day, whatever the year */
    public boolean isImpossible() {
        return to.isImpossible() || (from != null && from.isImpossible());
    }

    /** @return the year that is written in it, the last one where there are two; null when there is none */
    public @Nullable Integer year() {
        return to.year() != null || from == null ? to.year() : from.year();
    }

    /** @return whether it names a day at all: 10月前, 11月15日前后 and what comes back every year do not */
    boolean isClear() {
        return !recurring && !approximate && !(before && to.part() == DayPart.MONTH && from == null);
    }
}
