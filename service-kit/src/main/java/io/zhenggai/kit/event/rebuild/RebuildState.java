package io.zhenggai.kit.event.rebuild;

/** Where a rebuild stands. */
public enum RebuildState {
    /** The copy is being fed. */
    RUNNING,
    /** The copy has taken the place of the live tables. */
    SWITCHED,
    /** It cannot go on; the copy is gone, the live tables are as they were. */
    FAILED,
    /** An operator has ended it, or has put a failed one aside. */
    CANCELLED
}
