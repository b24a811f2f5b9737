package io.zhenggai.issue.ledger;

/** Why a close-out does not hold. */
public enum CloseOutFinding {
    /** 整改不到位. */
    INCOMPLETE,
    /** 虚假整改. */
    FALSE
}
