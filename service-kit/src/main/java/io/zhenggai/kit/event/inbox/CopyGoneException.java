package io.zhenggai.kit.event.inbox;

/** The copy is not this replica's any more: another one goes on with it, or its rebuild has ended. */
public class CopyGoneException extends NotTheRecordsFaultException {

    /** Nothing is left to do here. */
    public CopyGoneException() {
        super("the copy is not this replica's any more");
    }
}
