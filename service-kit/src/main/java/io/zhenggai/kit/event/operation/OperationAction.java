package io.zhenggai.kit.event.operation;

/** What an operator did. */
public enum OperationAction {
    /** A parked event is sent again. */
    RETRY_PARKED,
    /** A parked event is never sent. */
    DISCARD_PARKED,
    /** A dead letter had its effect. */
    REPLAY_LETTER,
    /** A dead letter never has its effect. */
    DISCARD_LETTER,
    /** The state of aggregates was told again. */
    REPUBLISH,
    /** A projection is rebuilt from its topic. */
    REBUILD,
    /** A rebuild is ended, or a failed one put aside. */
    CANCEL_REBUILD,
    /** A dead letter had its effect in a rebuild. */
    REBUILD_LETTER
}
