package io.zhenggai.kit.event.outbox;

/** One record of a batch can never be sent, whatever is tried. */
class RecordRefusedException extends Exception {

    RecordRefusedException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
