package io.zhenggai.issue.finding;

/** What of an issue may wait for somebody, in the order of an issue's life. */
public enum Duty {
    /** Any of them. */
    ANY,
    /** 交办, or not to accept it: the province of what it verifies by default, else the office. */
    ASSIGN,
    /** 签收: the office, and of what it was handed on to, county or zone and lead unit. */
    ACKNOWLEDGE,
    /** 分办: the office, of what no unit leads yet. */
    ALLOT,
    /** 原因分析: who handles it. */
    ANALYSE_CAUSE,
    /** 开展整改: who handles it. */
    RECTIFY,
    /** 整改并申请销号: who handles it. */
    REQUEST_CLOSE_OUT,
    /** 审批申请: the level that decides; never one's own. */
    DECIDE_REQUEST,
    /** 答复: who handles it. */
    ANSWER,
    /** 回访: the office. */
    CALL_BACK,
    /** 初审: the office; never one's own. */
    FIRST_REVIEW,
    /** 销号或退回: who verifies; never one's own. */
    CLOSE,
    /** 阶段评估: who verifies, once the light is yellow. */
    REVIEW_STAGE
}
