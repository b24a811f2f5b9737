package io.zhenggai.issue.ledger;

import java.util.List;
import java.util.Map;

/**
 * What became of many new issues.
 *
 * @param numbers the numbers given, by city
 * @param known those that are there already, in the order of the new ones
 */
public record Registered(Map<String, NumberRange> numbers, List<AlreadyRegistered> known) {

    /** Keeps its own copies. */
    public Registered {
        numbers = Map.copyOf(numbers);
        known = List.copyOf(known);
    }

    /**
     * Ledger numbers of one city that follow each other.
     *
     * @param first the first of them
     * @param last the last of them
     */
    public record NumberRange(LedgerNumber first, LedgerNumber last) {

        /** @return how many there are */
        public int count() {
            return last.number() - first.number() + 1;
        }
    }
}
