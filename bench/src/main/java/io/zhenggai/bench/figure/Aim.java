package io.zhenggai.bench.figure;

import java.util.Locale;

/**
 * What a median is to be.
 *
 * @param bound on which side of the value
 * @param value in the unit of the quantity
 */
public record Aim(Bound bound, double value) {

    /** The side of the value on which the median is to be. */
    public enum Bound {
        /** The value itself is good enough. */
        AT_LEAST,
        /** The value itself is too much. */
        BELOW;

        /** @return for people */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** @return whether this median is what it is to be; no where it is no number */
    public boolean isMetBy(double median) {
        return switch (bound) {
            case AT_LEAST -> median >= value;
            case BELOW -> median < value;
        };
    }
}
