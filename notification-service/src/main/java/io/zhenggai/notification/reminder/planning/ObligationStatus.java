package io.zhenggai.notification.reminder.planning;

/** Where an obligation stands. */
public enum ObligationStatus {
    OPEN,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    WAIVED
}
