package io.zhenggai.notification.reminder;

/**
 * What a run did.
 *
 * @param messages how many messages it made
 * @param unreachable how many reminders reach nobody
 * @param capped whether more messages are due than one run may make
 */
record RunResult(int messages, int unreachable, boolean capped) {

    /** There was nothing to do, or another run is doing it. */
    static final RunResult NONE = new RunResult(0, 0, false);
}
