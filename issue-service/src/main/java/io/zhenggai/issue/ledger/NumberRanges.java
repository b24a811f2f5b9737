package io.zhenggai.issue.ledger;

import io.zhenggai.issue.ledger.Registered.NumberRange;
import java.util.HashMap;
import java.util.Map;

/** Hands out reserved ledger numbers, city by city, in the order in which they are asked for. */
final class NumberRanges {

    private final int year;
    private final Map<String, NumberRange> reserved = new HashMap<>();
    private final Map<String, Integer> next = new HashMap<>();

    /**
     * @param counts how many were reserved in each city, at least 1
     * @param last the last one reserved in each of them
     */
    NumberRanges(int year, Map<String, Integer> counts, Map<String, Integer> last) {
        this.year = year;
        counts.forEach((city, count) -> {
            int first = last.get(city) - count + 1;
            next.put(city, first);
            reserved.put(
                    city,
                    new NumberRange(new LedgerNumber(year, city, first), new LedgerNumber(year, city, last.get(city))));
        });
    }

    LedgerNumber next(String city) {
        int number = next.merge(city, 1, Integer::sum) - 1;
        return new LedgerNumber(year, city, number);
    }

    /** @return all that were reserved */
    Map<String, NumberRange> given() {
        return reserved;
    }
}
