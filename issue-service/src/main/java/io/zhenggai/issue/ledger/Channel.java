package io.zhenggai.issue.ledger;

/** By which way a change came in. */
public enum Channel {
    /** A single call of the API. */
    API,
    /** A file with many rows. */
    IMPORT
}
