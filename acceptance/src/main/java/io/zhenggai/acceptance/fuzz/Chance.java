package io.zhenggai.acceptance.fuzz;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Draws, all of one seed. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    /** @return from 0 to below the bound */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
