package io.zhenggai.issue.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a content (RFC 9110, 14).
 *
 * @param first from 0 on
 * @param last inclusive, within the content
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE =
            Pattern.compile("\\s*bytes\\s*=\\s*(?:(\\d+)\\s*-\\s*(\\d*)|-\\s*(\\d+))\\s*", Pattern.CASE_INSENSITIVE);
    /** Longer numbers are larger than any content. */
    private static final int DIGITS = 18;

    /** The part lies behind the content's end. */
    static final class Unsatisfiable extends Exception {
        private Unsatisfiable() {
            super("behind the end");
        }
    }

    /**
     * @param range the header {@code Range} as sent; null when absent
     * @param ifRange the header {@code If-Range} as sent; null when absent
     * @param tag the content's strong entity tag, with its quotes
     * @param length of the content, at least 1
     * @return the part to send; empty for the whole: when nothing else was asked for, in words that are not understood, for several
     *     parts at once, or of another state of the content
     */
    static Optional<ByteRange> of(@Nullable String range, @Nullable String ifRange, String tag, long length)
            throws Unsatisfiable {
        if (range == null || ifRange != null && !ifRange.strip().equals(tag)) {
            return Optional.empty();
        }
        Matcher one = ONE.matcher(range);
        if (!one.matches()) {
            return Optional.empty();
        }
        if (one.group(3) != null) {
            return Optional.of(suffix(number(one.group(3)), length));
        }
        long first = number(one.group(1));
        long last = one.group(2).isEmpty() ? Long.MAX_VALUE : number(one.group(2));
        if (last < first) {
            return Optional.empty();
        }
        if (first >= length) {
            throw new Unsatisfiable();
        }
        return Optional.of(new ByteRange(first, Math.min(last, length - 1)));
    }

    private static ByteRange suffix(long count, long length) throws Unsatisfiable {
        if (count == 0) {
            throw new Unsatisfiable();
        }
        return new ByteRange(Math.max(0, length - count), length - 1);
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }

    /** @return how many bytes it has */
    long length() {
        return last - first + 1;
    }

    /** @return the header {@code Content-Range} */
    String of(long whole) {
        return "bytes " + first + "-" + last + "/" + whole;
    }
}
