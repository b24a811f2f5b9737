package io.zhenggai.kit.event.inbox;

/** What keeps a batch from its effect lies outside of its records: they are not tried one by one, and none is put aside. */
abstract class NotTheRecordsFaultException extends RuntimeException {

    NotTheRecordsFaultException(String message) {
        super(message);
    }

    NotTheRecordsFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
