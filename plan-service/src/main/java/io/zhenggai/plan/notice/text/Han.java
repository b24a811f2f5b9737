package io.zhenggai.plan.notice.text;

/** Chinese characters, and how wide a text stands on the page. */
public final class Han {

    private Han() {}

    /** @return whether the character is a Chinese one; those outside the basic plane count as one too, by their halves */
    public static boolean is(char c) {
        return Character.isSurrogate(c) || Character.isIdeographic(c);
    }

    /** @return whether the character takes a full square: Chinese ones, their punctuation, full-width forms */
    static boolean isWide(char c) {
        return is(c) || (c >= '\u3000' && c <= '\u303F') || (c >= '\uFF00' && c <= '\uFF60') || isQuote(c);
    }

    private static boolean isQuote(char c) {
        return c >= '\u2014' && c <= '\u2026';
    }

    /** @return how wide a text is, in half squares */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += isWide(text.charAt(i)) ? 2 : 1;
        }
        return width;
    }
}
