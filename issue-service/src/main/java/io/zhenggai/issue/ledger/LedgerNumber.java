package io.zhenggai.issue.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number by which people name an issue, such as {@code ZG2021-410100-0001}; never reused.
 *
 * @param year of the campaign
 * @param city six-digit code of the city
 * @param number from 1, at least four digits wide
 */
public record LedgerNumber(int year, String city, int number) {

    /** As a regular expression. */
    public static final String FORM = "ZG([0-9]{4})-([0-9]{6})-([0-9]{4,9})";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws IllegalArgumentException when the number is below 1 */
    public LedgerNumber {
        if (number < 1) {
            throw new IllegalArgumentException("number: must be at least 1, is " + number);
        }
    }

    /** @return the number written so; empty when the text is of another form */
    public static Optional<LedgerNumber> parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) < 1) {
            return Optional.empty();
        }
        LedgerNumber number = new LedgerNumber(
                Integer.parseInt(matcher.group(1)), matcher.group(2), Integer.parseInt(matcher.group(3)));
        // One number is written in one way: 00010 is none.
        return Optional.of(number).filter(read -> read.toString().equals(text));
    }

    @Override
    public String toString() {
        return "ZG%04d-%s-%04d".formatted(year, city, number);
    }
}
