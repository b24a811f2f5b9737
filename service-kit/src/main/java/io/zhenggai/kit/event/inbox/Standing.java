package io.zhenggai.kit.event.inbox;

/**
 * How far the reading of one partition is.
 *
 * @param passed the offset up to which everything has had its effect
 * @param end the offset behind the last record that may be read
 */
record Standing(long passed, long end) {

    /** @return records and transaction markers not passed yet */
    long behind() {
        return Math.max(0, end - passed);
    }
}
