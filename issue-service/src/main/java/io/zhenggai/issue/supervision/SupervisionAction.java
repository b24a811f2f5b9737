package io.zhenggai.issue.supervision;

/** What is done to a supervision, as its record calls it and as its events do. */
enum SupervisionAction {
    PROPOSE("supervision.proposed.v1"),
    DRAFT("supervision.drafted.v1"),
    REVISE("supervision.revised.v1"),
    SIGN("supervision.signed.v1"),
    DISMISS("supervision.dismissed.v1"),
    LAPSE("supervision.lapsed.v1"),
    REPLY("supervision.replied.v1"),
    ACCEPT_REPLY("supervision.reply-accepted.v1"),
    RETURN_REPLY("supervision.reply-returned.v1");

    private final String eventType;

    SupervisionAction(String eventType) {
        this.eventType = eventType;
    }

    /** @return the type of the event that tells it, with its major version */
    String eventType() {
        return eventType;
    }
}
