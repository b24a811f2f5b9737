package io.zhenggai.notification.planning;

/** Where an obligation stands. */
public enum ObligationStatus {
    OPEN,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    WAIVED
}
