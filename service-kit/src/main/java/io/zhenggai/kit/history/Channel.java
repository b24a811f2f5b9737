package io.zhenggai.kit.history;

/** By which way a change came in. */
public enum Channel {
    /** A single call of the API. */
    API,
    /** A file with many rows. */
    IMPORT,
    /** What another service has told: nobody acts, one thing follows another. */
    EVENT
}
