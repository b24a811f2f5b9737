package io.zhenggai.bench.figure;

import java.util.List;

/**
 * Numbers in order of size.
 *
 * @param sorted at least one
 */
public record Sample(List<Double> sorted) {

    public Sample {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a sample needs at least one number");
        }
        sorted = sorted.stream().sorted().toList();
    }

    /** @return the one in the middle, of two in the middle what lies between */
    public double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * The smallest number that at least this share of all does not exceed (nearest rank).
     *
     * @param percent above 0, at most 100
     */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** @return the smallest */
    public double lowest() {
        return sorted.get(0);
    }

    /** @return the largest */
    public double highest() {
        return sorted.get(sorted.size() - 1);
    }
}
