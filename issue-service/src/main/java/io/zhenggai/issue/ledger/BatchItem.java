package io.zhenggai.issue.ledger;

/** One of several things to be done at once, each to another issue. */
interface BatchItem {

    /** @return id or ledger number of the issue */
    String reference();

    /** @return the version that it is done to */
    Long version();
}
