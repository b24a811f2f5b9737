package io.zhenggai.notification.reminder;

/** What became of a reminder when it came due. */
enum ReminderState {
    /** A message brings it. */
    DISPATCHED,
    /** It was missed, and a later one of the same thing makes it needless. */
    SUPERSEDED,
    /** Nobody is there who could be told, not even at the provincial office. */
    UNREACHABLE
}
