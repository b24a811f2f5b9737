package io.zhenggai.plan.notice.date;

/** Why a day cannot be told. */
public enum DayUnknown {
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
