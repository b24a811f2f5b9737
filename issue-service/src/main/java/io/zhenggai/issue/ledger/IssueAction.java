package io.zhenggai.issue.ledger;

/** What is done to an issue, as its history calls it and as its events do. */
enum IssueAction {
    REGISTER("issue.registered.v1"),
    ASSIGN("issue.assigned.v1"),
    ACKNOWLEDGE("issue.acknowledged.v1"),
    ANALYSE_CAUSE("issue.cause-analysed.v1"),
    RECTIFY("issue.rectification-started.v1"),
    ADD_EVIDENCE("issue.evidence-added.v1"),
    REQUEST_CLOSE_OUT("issue.close-out-requested.v1"),
    FIRST_REVIEW("issue.first-reviewed.v1"),
    CLOSE("issue.closed.v1"),
    RETURN("issue.returned.v1");

    private final String eventType;

    IssueAction(String eventType) {
        this.eventType = eventType;
    }

    /** @return the type of the event that tells it, with its major version */
    String eventType() {
        return eventType;
    }
}
