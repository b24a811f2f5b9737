package io.zhenggai.issue.ledger;

/** What became of a request. */
public enum RequestState {
    /** 待审批. */
    PENDING,
    /** 同意. */
    GRANTED,
    /** 不同意. */
    REFUSED,
    /** 撤回, by who asked. */
    WITHDRAWN,
    /** 失效: the issue has come to where it cannot be granted any more. */
    LAPSED
}
