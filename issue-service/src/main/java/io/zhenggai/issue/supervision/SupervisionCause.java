package io.zhenggai.issue.supervision;

/** Why a step is proposed. */
public enum SupervisionCause {
    /** 逾期未签收. */
    ACKNOWLEDGEMENT_OVERDUE,
    /** 逾期未整改到位. */
    DEADLINE_OVERDUE,
    /** 多次退回: the close-out was returned three times, or six. */
    RETURNED_REPEATEDLY,
    /** 逾期未回复: the step before was not replied to. */
    NOT_REPLIED
}
