package io.zhenggai.issue.delivery;

/** What became of one item of a delivery. */
enum DeliveryOutcome {
    /** 已登记: a new issue. */
    REGISTERED,
    /** 此前已登记: nothing was done. */
    ALREADY_REGISTERED,
    /** 待核: proposed as another source item of an open issue, now or by an earlier delivery. */
    PROPOSED,
    /** 未接收: it breaks a rule. */
    REFUSED
}
