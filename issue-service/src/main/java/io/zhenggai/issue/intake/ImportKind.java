package io.zhenggai.issue.intake;

/** What a file is imported as. */
enum ImportKind {
    /** Issues that are new to everybody: the columns of a registration. */
    NEW,
    /** 既有台账: issues as they stand in a ledger that was kept until now; all columns of the ledger. */
    EXISTING
}
