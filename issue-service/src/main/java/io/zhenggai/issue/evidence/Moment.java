package io.zhenggai.issue.evidence;

/** What a piece of evidence shows. */
public enum Moment {
    /** 整改前. */
    BEFORE,
    /** 整改后. */
    AFTER
}
