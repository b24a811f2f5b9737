package io.zhenggai.issue.ledger;

/** Why an issue may be the same as another one. */
public enum DuplicateReason {
    /** 同一来源条目: it would be refused. */
    SAME_SOURCE_ITEM,
    /** 同一文号. */
    SAME_DOCUMENT,
    /** 描述相近. */
    SIMILAR_DESCRIPTION
}
