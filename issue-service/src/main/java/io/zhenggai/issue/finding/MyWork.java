package io.zhenggai.issue.finding;

import java.util.List;

/**
 * What waits for somebody, counted.
 *
 * @param items issues, in the order of an issue's life; what may never wait for them is not among them
 * @param others what waits besides
 */
record MyWork(List<Waiting> items, List<OtherWork.WaitingMatter> others) {

    /** Up to where is counted. */
    static final int MOST = 1_000;

    /**
     * Issues of which one thing waits.
     *
     * @param waitingFor what the list of issues takes as {@code waitingForMe}
     * @param count how many they are, at most 1,000
     * @param more whether there are more of them
     */
    record Waiting(Duty waitingFor, int count, boolean more) {}
}
