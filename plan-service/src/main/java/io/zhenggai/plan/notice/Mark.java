package io.zhenggai.plan.notice;

/** How sure a reading is. */
public enum Mark {
    /** It stands there. */
    READ,
    /** A rule made it of what stands there: a person should look at it. */
    PROPOSED
}
