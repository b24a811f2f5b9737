package io.zhenggai.notification.reminder;

/** Where a reminder stands. */
public enum ReminderStatus {
    /** Its message waits for its turn, or for another try. */
    PENDING,
    /** Its message is being handed to the server. */
    SENDING,
    /** The server has taken its message over. */
    SENT,
    /** The server has refused its message for good. */
    FAILED,
    /** Its message was given up unsent; if it is still owed, it is planned anew. */
    CANCELLED,
    /** It was left out of its message at the last moment, being no longer owed. */
    DROPPED,
    /** It was missed, and a later one of the same thing makes it needless. */
    SUPERSEDED,
    /** Nobody is there who could be told; it stays due until somebody is named. */
    UNREACHABLE
}
