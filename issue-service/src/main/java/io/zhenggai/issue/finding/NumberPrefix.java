package io.zhenggai.issue.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a ledger number, as ranges of {@code ledger_place}: year, city and number as one whole number of 4, 6 and 9 digits. An index
 * of texts would find it only where the database compares by bytes.
 *
 * @param text such as {@code ZG2021-410100-00}, of the form that {@link IssueFilter} asks for
 */
record NumberPrefix(String text) {

    private static final int CITY_DIGITS = 6;
    private static final int NUMBER_DIGITS = 9;
    private static final int LEAST_WIDTH = 4;
    private static final long CITY = power(NUMBER_DIGITS);

    /**
     * @param first the least place
     * @param last the greatest place
     */
    record Range(long first, long last) {}

    /** @return where such numbers lie; no range where there can be none */
    List<Range> ranges() {
        String[] parts = text.substring(2).split("-", -1);
        if (text.length() == 2) {
            return List.of(new Range(0, Long.MAX_VALUE));
        }
        if (parts.length < 3) {
            String digits = String.join("", parts);
            boolean broken = parts.length == 2 && parts[0].length() < LEAST_WIDTH;
            return broken ? List.of() : List.of(filled(digits, LEAST_WIDTH + CITY_DIGITS + NUMBER_DIGITS));
        }
        if (parts[0].length() < LEAST_WIDTH || parts[1].length() < CITY_DIGITS) {
            return List.of();
        }
        long city = Long.parseLong(parts[0] + parts[1]) * CITY;
        List<Range> ranges = new ArrayList<>();
        for (int width = Math.max(LEAST_WIDTH, parts[2].length()); width <= NUMBER_DIGITS; width++) {
            Range numbers = filled(parts[2], width);
            // A number is padded to four digits and no further: 00010 is none.
            long least = width == LEAST_WIDTH ? 1 : power(width - 1);
            if (numbers.last() >= least) {
                ranges.add(new Range(city + Math.max(least, numbers.first()), city + numbers.last()));
            }
        }
        return ranges;
    }

    /** All whole numbers of that width that begin with the digits. */
    private static Range filled(String digits, int width) {
        long first = digits.isEmpty() ? 0 : Long.parseLong(digits);
        long rest = power(width - digits.length());
        return new Range(first * rest, first * rest + (rest - 1));
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
