package io.zhenggai.plan.notice.misprint;

/** The kinds of suspicion. */
public enum MisprintKind {
    /** The same character at the end of a broken line and at the beginning of the next, or 的的, ，，. */
    DOUBLED_CHARACTER,
    /** A bracket, quotation or title mark without its other half. */
    UNBALANCED_BRACKET,
    /** Half- and full-width signs in one pair of brackets or one number. */
    MIXED_WIDTH,
    /** A word that the same text writes otherwise elsewhere. */
    UNUSUAL_WORD,
    /** A day that the calendar does not have. */
    IMPOSSIBLE_DATE,
    /** A number of a section or phase left out or given twice. */
    NUMBERING,
    /** Two statements of the notice that cannot both be true. */
    CONTRADICTION,
    /** A character that stands for one that was lost. */
    LOST_CHARACTER
}
