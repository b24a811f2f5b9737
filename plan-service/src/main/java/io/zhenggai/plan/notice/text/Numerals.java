package io.zhenggai.plan.notice.text;

import java.util.OptionalInt;

/** Numbers as notices write them: half- and full-width digits, and Chinese numerals up to 九十九 or digit by digit 二〇二一. */
public final class Numerals {

    private static final String CHINESE = "〇一二三四五六七八九";

    /** 零 and look-alikes stand for 〇. */
    private static final String ZEROS = "零○◯Ｏ";

    /** So do these, but only behind a Chinese numeral: 二0二四. By themselves they are digits or letters. */
    private static final String ZEROS_WITHIN = "0０O";

    private Numerals() {}

    /** @return the value of a half- or full-width digit; −1 for anything else */
    public static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }

    /** @return whether the character may stand in a Chinese number */
    public static boolean isChinese(char c) {
        return c == '十' || chineseDigit(c) >= 0;
    }

    private static int chineseDigit(char c) {
        return ZEROS.indexOf(c) >= 0 ? 0 : CHINESE.indexOf(c);
    }

    /**
     * Reads a number that fills a range of a text.
     *
     * @return empty when it is none, mixes the kinds, or is longer than four digits
     */
    public static OptionalInt read(String text, int begin, int end) {
        if (begin >= end) {
            return OptionalInt.empty();
        }
        return digit(text.charAt(begin)) >= 0 ? arabic(text, begin, end) : chinese(text, begin, end);
    }

    private static OptionalInt arabic(String text, int begin, int end) {
        int value = 0;
        if (end - begin > 4) {
            return OptionalInt.empty();
        }
        for (int i = begin; i < end; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return OptionalInt.empty();
            }
            value = 10 * value + digit;
        }
        return OptionalInt.of(value);
    }

    private static OptionalInt chinese(String text, int begin, int end) {
        int ten = begin;
        while (ten < end && text.charAt(ten) != '十') {
            ten++;
        }
        if (ten == end) {
            return digitByDigit(text, begin, end);
        }
        if (ten - begin > 1 || end - ten > 2) {
            return OptionalInt.empty();
        }
        int tens = ten == begin ? 1 : chineseDigit(text.charAt(begin));
        int ones = ten + 1 == end ? 0 : chineseDigit(text.charAt(ten + 1));
        return tens < 1 || ones < 0 ? OptionalInt.empty() : OptionalInt.of(10 * tens + ones);
    }

    private static OptionalInt digitByDigit(String text, int begin, int end) {
        if (end - begin != 1 && end - begin != 4) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = begin; i < end; i++) {
            boolean zero = i > begin && ZEROS_WITHIN.indexOf(text.charAt(i)) >= 0;
            int digit = zero ? 0 : chineseDigit(text.charAt(i));
            if (digit < 0) {
                return OptionalInt.empty();
            }
            value = 10 * value + digit;
        }
        return OptionalInt.of(value);
    }

    /** @return the end of the run of digits, or of Chinese numerals, that begins there; {@code begin} when there is none */
    public static int endOfRun(String text, int begin) {
        int end = begin;
        if (begin < text.length() && digit(text.charAt(begin)) >= 0) {
            while (end < text.length() && digit(text.charAt(end)) >= 0) {
                end++;
            }
            return end;
        }
        while (end < text.length()
                && (isChinese(text.charAt(end)) || (end > begin && ZEROS_WITHIN.indexOf(text.charAt(end)) >= 0))) {
            end++;
        }
        return end;
    }
}
