package io.zhenggai.plan.draft;

/** Where a draft is in its life. */
enum DraftStatus {
    /** 待发布: may be corrected. */
    OPEN,
    /** 已发布: became a campaign, and changes no more. */
    PUBLISHED
}
