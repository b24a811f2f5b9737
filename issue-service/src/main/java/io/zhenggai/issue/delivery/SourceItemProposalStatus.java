package io.zhenggai.issue.delivery;

/** Where a proposal stands. */
enum SourceItemProposalStatus {
    /** 待核. */
    PENDING,
    /** 已采纳: another source item of the issue. */
    ACCEPTED,
    /** 不予采纳: an issue of its own. */
    REFUSED
}
