package io.zhenggai.plan.notice.date;

/** Where the year of a date was taken from. */
public enum YearFrom {
    /** It stands with the date. */
    TEXT,
    /** The document number: 〔2021〕. */
    DOCUMENT_NUMBER,
    /** The title: 2021年河南省…. */
    TITLE,
    /** The day of printing or signing. */
    PRINTED_DATE,
    /** The date before it: of the same paragraph, or of the phase before. */
    EARLIER_DATE
}
