package io.zhenggai.kit.event;

/** An event that this version of the service cannot read, now or later: it becomes a dead letter. */
public class UnreadableEventException extends RuntimeException {

    /** @param message what is wrong with it, for the operator */
    public UnreadableEventException(String message) {
        super(message);
    }

    /** @param cause what the reader said */
    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
