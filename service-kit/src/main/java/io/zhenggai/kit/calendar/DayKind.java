package io.zhenggai.kit.calendar;

/** How an announced day departs from Monday to Friday. */
enum DayKind {
    /** Off, whatever the weekday 放假. */
    HOLIDAY,
    /** A Saturday or Sunday that is worked instead 调休上班. */
    MAKE_UP_WORKDAY
}
