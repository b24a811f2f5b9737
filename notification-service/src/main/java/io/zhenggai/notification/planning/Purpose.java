package io.zhenggai.notification.planning;

/** Why somebody is told. */
public enum Purpose {
    /** They owe it. */
    REMINDER,
    /** Somebody else owes it, and they are to know. */
    COPY,
    /** A supervision slip against who owes it is proposed to them 督办单. */
    SLIP_PROPOSAL,
    /** A circular that names who owes it is proposed to them 通报. */
    CIRCULAR_PROPOSAL
}
