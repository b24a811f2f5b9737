package io.zhenggai.issue.lookback;

import java.util.Optional;

/**
 * How many issues are drawn: a number, or a percentage of those there are.
 *
 * @param size from 1
 * @param percentage 1 to 100; exactly one of the two is there
 */
record SampleSize(Optional<Integer> size, Optional<Integer> percentage) {

    private static final int HUNDRED = 100;

    /** @throws IllegalArgumentException when there are both or neither */
    SampleSize {
        if (size.isPresent() == percentage.isPresent()) {
            throw new IllegalArgumentException("size, percentage: exactly one is needed");
        }
    }

    /** @return how many of that many: never more than there are; a part of one is one more, so that 1 % of 30 is one */
    int of(int population) {
        return size.map(wanted -> Math.min(wanted, population))
                .orElseGet(() -> (population * percentage.orElseThrow() + HUNDRED - 1) / HUNDRED);
    }
}
