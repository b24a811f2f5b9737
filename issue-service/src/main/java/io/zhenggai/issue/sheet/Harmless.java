package io.zhenggai.issue.sheet;

/**
 * Texts as a CSV may hold them. What begins like a formula is taken for one by office programs and carried out when the file is opened:
 * {@code =HYPERLINK(…)} sends what is in other cells to somebody. An apostrophe before it makes it a text, as it does when somebody types it.
 */
public final class Harmless {

    /** Some programs fold full-width characters first, and all skip blanks. */
    private static final String BEGINNINGS = "=+-@＝＋－＠\t\r\n";

    private static final char APOSTROPHE = '\'';

    private Harmless() {}

    /** @return the text, with an apostrophe before it where it begins like a formula, be it behind blanks */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (BEGINNINGS.indexOf(character) >= 0) {
                return APOSTROPHE + text;
            }
            if (!isBlank(character)) {
                return text;
            }
        }
        return text;
    }

    /** @return the text without the apostrophe that {@link #text} gave it, or somebody who meant the same; any other apostrophe is its own */
    public static String plain(String text) {
        String behind = text.isEmpty() ? "" : text.substring(1);
        return text.equals(APOSTROPHE + behind) && text(behind).equals(text) ? behind : text;
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
