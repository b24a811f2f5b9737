package io.zhenggai.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How a queue runs dry: what waited at which moment. */
final class Drain {

    private final List<Look> looks = new ArrayList<>();

    private record Look(long nanos, long waiting) {}

    /** Notes a look in order of time; one that shows nothing new is passed over. */
    void note(long nanos, long waiting) {
        if (looks.isEmpty() || looks.get(looks.size() - 1).waiting() != waiting) {
            looks.add(new Look(nanos, waiting));
        }
    }

    /**
     * How many left in a second while the queue was between two lengths.
     *
     * @throws IllegalStateException where fewer than two looks fall in between
     */
    double perSecond(long atMost, long atLeast) {
        List<Look> between = looks.stream()
                .filter(look -> look.waiting() <= atMost && look.waiting() >= atLeast)
                .toList();
        if (between.size() < 2) {
            throw new IllegalStateException("too few looks at a queue of " + atLeast + " to " + atMost);
        }
        Look first = between.get(0);
        Look last = between.get(between.size() - 1);
        return (first.waiting() - last.waiting())
                * (double) TimeUnit.SECONDS.toNanos(1)
                / (last.nanos() - first.nanos());
    }
}
