package io.zhenggai.kit.event.inbox;

/** The copy of a projection cannot become what the projection is to be; its message says why. */
public class CopyFailedException extends NotTheRecordsFaultException {

    /** @param reason for the operator, one sentence without the full stop */
    public CopyFailedException(String reason) {
        super(reason);
    }

    /** @param reason for the operator, one sentence without the full stop */
    public CopyFailedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
