package io.zhenggai.plan.notice.date;

import io.zhenggai.plan.notice.text.Blanks;
import io.zhenggai.plan.notice.text.Numerals;
import java.util.OptionalInt;

/** A place in a text, moved on by what is recognised there; what is not recognised leaves it where it is. */
final class DateCursor {

    private static final String CONNECTORS = "—–－-~～―─−";

    private final String text;
    private int at;

    DateCursor(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    /** Takes one of the words, the first that fits. */
    boolean take(String... words) {
        int start = skipBlanks(at);
        for (String word : words) {
            if (text.startsWith(word, start)) {
                at = start + word.length();
                return true;
            }
        }
        return false;
    }

    /** Takes 前后 and 左右, but of 前后续工作 nothing: there 后续 is a word. */
    boolean takeApproximate() {
        int start = at;
        boolean taken = take("前后", "左右");
        if (taken && at < text.length() && "续期".indexOf(text.charAt(at)) >= 0) {
            at = start;
        }
        return at > start;
    }

    /** Takes a number with at most that many digits; it must be a whole run of them. */
    OptionalInt takeNumber(int mostDigits) {
        int start = skipBlanks(at);
        int end = Numerals.endOfRun(text, start);
        OptionalInt number = end - start > mostDigits ? OptionalInt.empty() : Numerals.read(text, start, end);
        if (number.isPresent()) {
            at = end;
        }
        return number;
    }

    /** Takes 至, 到 or a dash of any make, single or double. */
    boolean takeConnector() {
        if (take("至", "到")) {
            return true;
        }
        int end = skipBlanks(at);
        int start = end;
        while (end < text.length() && end - start < 2 && CONNECTORS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end > start) {
            at = end;
        }
        return end > start;
    }

    /** Takes the sign between the parts of 2021-10-31, 2021.10.31 and 2021/10/31. */
    boolean takeSeparator() {
        if (at < text.length() && "-./．－".indexOf(text.charAt(at)) >= 0) {
            at++;
            return true;
        }
        return false;
    }

    /** Whether a number begins here. */
    boolean isAtNumber() {
        int start = skipBlanks(at);
        return Numerals.endOfRun(text, start) > start;
    }

    private int skipBlanks(int from) {
        int place = from;
        // Two at the most: office software puts one on each side of a number.
        while (place < text.length() && place - from < 2 && Blanks.isBlank(text.charAt(place))) {
            place++;
        }
        return place;
    }
}
