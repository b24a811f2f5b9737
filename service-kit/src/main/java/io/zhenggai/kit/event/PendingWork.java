package io.zhenggai.kit.event;

/** Work of a service that waits for the business clock or for another try, beside outbox and topics. */
public interface PendingWork {

    /** @return how many pieces are due now and not done yet */
    long due();
}
