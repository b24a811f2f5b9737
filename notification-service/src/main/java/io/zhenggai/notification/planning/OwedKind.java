package io.zhenggai.notification.planning;

/** What is owed. */
public enum OwedKind {
    /** A filing that was never submitted 报送类. */
    FILING,
    /** An action that was not shown yet 工作类. */
    ACTION,
    /** A filing that was returned and is to be submitted again 退回修改. */
    RETURNED_FILING,
    /** The acknowledgement of an assigned issue 签收. */
    ISSUE_ACKNOWLEDGEMENT,
    /** The rectification of an issue, until close-out is requested 整改. */
    ISSUE_RECTIFICATION,
    /** The answer to whoever raised an issue 及时回应. */
    ANSWER,
    /** The decision on what was asked for: an extension 延期. */
    EXTENSION_DECISION,
    /** The decision on what was asked for: a reassignment 改派. */
    REASSIGNMENT_DECISION,
    /** The decision on what was asked for: to be long-term 长期坚持. */
    LONG_TERM_DECISION,
    /** The review of a stage of what is long-term 阶段评估. */
    STAGE_REVIEW,
    /** A measure of a plan 措施. */
    MEASURE,
    /** A review that somebody waits for 待审. */
    PENDING_REVIEW
}
