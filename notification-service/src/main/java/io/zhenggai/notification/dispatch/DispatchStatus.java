package io.zhenggai.notification.dispatch;

/** Where a message stands. */
public enum DispatchStatus {
    /** It waits for its turn, or for another try. */
    PENDING,
    /** It is being handed to the server. */
    SENDING,
    /** The server has taken it over. */
    SENT,
    /** The server has refused it for good. */
    FAILED,
    /** It was not sent, and will not be. */
    CANCELLED
}
