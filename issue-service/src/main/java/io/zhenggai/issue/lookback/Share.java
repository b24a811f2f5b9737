package io.zhenggai.issue.lookback;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A share with what it is a share of; never a floating number.
 *
 * @param numerator 0 to the denominator
 * @param denominator what the share is of
 * @param permille 0 to 1000, rounded half up; absent when the denominator is 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Share(long numerator, long denominator, @Nullable Long permille) {

    private static final long THOUSAND = 1_000;

    static Share of(long numerator, long denominator) {
        return new Share(
                numerator,
                denominator,
                denominator == 0 ? null : Math.floorDiv(2 * THOUSAND * numerator + denominator, 2 * denominator));
    }
}
