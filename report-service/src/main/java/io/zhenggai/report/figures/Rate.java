package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A rate with what it is a rate of; never a floating number.
 *
 * @param numerator 0 to the denominator
 * @param denominator what the rate is of
 * @param permille 0 to 1000, rounded half up; absent when the denominator is 0
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Rate(long numerator, long denominator, Optional<Long> permille) {

    /** @throws IllegalArgumentException when the numerator is below 0 or above the denominator */
    public Rate {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(
                    "numerator: must be 0 to " + denominator + ", the denominator, is " + numerator);
        }
    }

    /** @return {@code numerator} of {@code denominator} */
    public static Rate of(long numerator, long denominator) {
        return new Rate(
                numerator,
                denominator,
                denominator == 0 ? Optional.empty() : Optional.of(roundedHalfUp(1_000 * numerator, denominator)));
    }

    /** @return below 0 when this rate is the smaller one; exact, not by permille. Both need a denominator above 0 */
    int compareExactly(Rate other) {
        BigInteger left = BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(other.denominator));
        BigInteger right = BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator));
        return left.compareTo(right);
    }

    static long roundedHalfUp(long dividend, long divisor) {
        return Math.floorDiv(2 * dividend + divisor, 2 * divisor);
    }
}
