package io.zhenggai.issue.ledger;

/** Whether a source item was answered. */
public enum AnswerState {
    /** 无需答复. */
    NONE_OWED,
    /** 待答复. */
    OWED,
    /** 已答复. */
    ANSWERED
}
