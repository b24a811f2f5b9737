package io.zhenggai.report.figures;

/** What a period is compared with. */
public enum ComparedWith {
    /** The period that ends on the day before it 环比: of whole calendar months as many whole months, otherwise as many days. */
    PRECEDING,
    /** The same days of the year before 同比. */
    YEAR_BEFORE
}
