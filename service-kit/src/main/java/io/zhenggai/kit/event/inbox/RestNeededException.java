package io.zhenggai.kit.event.inbox;

/** The failure will pass by itself: the same records are tried again later. */
class RestNeededException extends NotTheRecordsFaultException {

    RestNeededException(String reason) {
        super(reason);
    }

    RestNeededException(Throwable cause) {
        super(Failures.reason(cause), cause);
    }
}
