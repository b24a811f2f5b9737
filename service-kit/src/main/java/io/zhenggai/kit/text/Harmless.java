package io.zhenggai.kit.text;

/**
 * Texts as a table for office programs may hold them. What begins like a formula is taken for one and carried out when the file is opened:
 * {@code =HYPERLINK(…)} sends what is in other cells to somebody. An apostrophe before it makes it a text, as it does when somebody types it.
 */
public final class Harmless {

    /** Some programs fold full-width characters first. */
    private static final String BEGINNINGS = "=+-@＝＋－＠";

    private static final char APOSTROPHE = '\'';

    private Harmless() {}

    /**
     * @param text of any length
     * @return the text, with an apostrophe before it where the first character that can be seen begins a formula, or a control character
     *     comes first: what cannot be seen is passed over by most programs
     */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) || BEGINNINGS.indexOf(character) >= 0) {
                return APOSTROPHE + text;
            }
            if (!isUnseen(character)) {
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

    private static boolean isUnseen(char character) {
        return Character.isSpaceChar(character) || Character.getType(character) == Character.FORMAT;
    }
}
