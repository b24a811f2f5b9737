package io.zhenggai.issue.intake;

/** How far an import is. */
public enum ImportState {
    /** 排队等待. */
    QUEUED,
    /** 正在检查: every row is read and judged. */
    READING,
    /** 正在登记. */
    REGISTERING,
    /** 已完成: of a dry run, that nothing is wrong. */
    DONE,
    /** 有误未登记: nothing was stored. */
    REFUSED
}
