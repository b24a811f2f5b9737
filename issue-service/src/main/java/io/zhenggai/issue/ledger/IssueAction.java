package io.zhenggai.issue.ledger;

/** What is done to an issue, as its history calls it and as its events do. */
enum IssueAction {
    REGISTER("issue.registered.v1"),
    /** In the place of REGISTER: to others it is an issue that is new, in the state that it has. */
    TAKE_OVER("issue.registered.v1"),
    CORRECT("issue.corrected.v1"),
    ASSIGN("issue.assigned.v1"),
    REJECT("issue.rejected.v1"),
    ACKNOWLEDGE("issue.acknowledged.v1"),
    ALLOT("issue.allotted.v1"),
    REASSIGN("issue.reassigned.v1"),
    ANALYSE_CAUSE("issue.cause-analysed.v1"),
    RECTIFY("issue.rectification-started.v1"),
    REPORT_PROGRESS("issue.progress-reported.v1"),
    ADD_EVIDENCE("issue.evidence-added.v1"),
    WITHDRAW_EVIDENCE("issue.evidence-withdrawn.v1"),
    ASK("issue.request-made.v1"),
    REFUSE("issue.request-refused.v1"),
    WITHDRAW("issue.request-withdrawn.v1"),
    EXTEND("issue.extended.v1"),
    MAKE_LONG_TERM("issue.made-long-term.v1"),
    REVIEW_STAGE("issue.stage-reviewed.v1"),
    REQUEST_CLOSE_OUT("issue.close-out-requested.v1"),
    FIRST_REVIEW("issue.first-reviewed.v1"),
    CLOSE("issue.closed.v1"),
    RETURN("issue.returned.v1"),
    REVOKE_CLOSE_OUT("issue.close-out-revoked.v1"),
    ADD_SOURCE_ITEM("issue.source-item-added.v1"),
    ANSWER("issue.source-item-answered.v1"),
    CALL_BACK("issue.called-back.v1"),
    SPLIT("issue.split.v1"),
    MERGE("issue.merged.v1"),
    ABSORB("issue.absorbed.v1"),
    UNMERGE("issue.unmerged.v1"),
    RELEASE("issue.released.v1"),
    CARRY_OVER("issue.carried-over.v1");

    private final String eventType;

    IssueAction(String eventType) {
        this.eventType = eventType;
    }

    /** @return the type of the event that tells it, with its major version */
    String eventType() {
        return eventType;
    }
}
