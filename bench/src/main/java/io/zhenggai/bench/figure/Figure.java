package io.zhenggai.bench.figure;

import java.util.List;

/**
 * A quantity with its numbers.
 *
 * @param rounds one number for each round, in their order
 */
public record Figure(Quantity quantity, List<Double> rounds) {

    /** @return the same numbers by size */
    public Sample sample() {
        return new Sample(rounds);
    }

    /** @return whether there is an aim and it is missed */
    public boolean missesItsAim() {
        return quantity.aim().filter(aim -> !aim.isMetBy(sample().median())).isPresent();
    }
}
