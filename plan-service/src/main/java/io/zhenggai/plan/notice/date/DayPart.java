package io.zhenggai.plan.notice.date;

/**
 * What stands behind a month.
 *
 * <p>The rule for what only names a part of a month: 上旬 lasts until the 10th, 中旬 until the 20th, 下旬 until the last day; as a
 * beginning they are the 1st, the 11th, the 21st. 底 and 末 are the last day. A month by itself lasts from its first day to its
 * last.
 */
enum DayPart {
    /** 31日 */
    DAY,
    /** 上旬 */
    FIRST_TEN_DAYS,
    /** 中旬 */
    SECOND_TEN_DAYS,
    /** 下旬 */
    REST,
    /** 底, 末 */
    END,
    /** nothing: the whole month */
    MONTH;

    /** @return the last day that it means, within a month of that length */
    int last(int day, int lengthOfMonth) {
        return switch (this) {
            case DAY -> day;
            case FIRST_TEN_DAYS -> 10;
            case SECOND_TEN_DAYS -> 20;
            case REST, END, MONTH -> lengthOfMonth;
        };
    }

    /** @return the first day that it means, within a month of that length */
    int first(int day, int lengthOfMonth) {
        return switch (this) {
            case DAY -> day;
            case FIRST_TEN_DAYS, MONTH -> 1;
            case SECOND_TEN_DAYS -> 11;
            case REST -> 21;
            case END -> lengthOfMonth;
        };
    }

    /** @return whether it lasts more than a day */
    boolean isSpan() {
        return this != DAY && this != END;
    }

    /** @return whether the day follows from a rule of ours and is not in the text */
    boolean isImplied() {
        return this == FIRST_TEN_DAYS || this == SECOND_TEN_DAYS || this == REST;
    }
}
