package io.zhenggai.bench.figure;

import java.util.Optional;

/**
 * Something of which each round gives one number.
 *
 * @param name for machines, in camelCase
 * @param words for people
 * @param unit of each number
 * @param aim what the median of the rounds is to be; empty where it is told only
 */
public record Quantity(String name, String words, Unit unit, Optional<Aim> aim) {

    /** @return without an aim */
    public static Quantity told(String name, String words, Unit unit) {
        return new Quantity(name, words, unit, Optional.empty());
    }

    /** @return with the aim that its median is that much or more */
    public static Quantity atLeast(double value, String name, String words, Unit unit) {
        return new Quantity(name, words, unit, Optional.of(new Aim(Aim.Bound.AT_LEAST, value)));
    }

    /** @return with the aim that its median is less than that */
    public static Quantity below(double value, String name, String words, Unit unit) {
        return new Quantity(name, words, unit, Optional.of(new Aim(Aim.Bound.BELOW, value)));
    }
}
