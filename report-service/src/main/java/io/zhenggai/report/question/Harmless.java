package io.zhenggai.report.question;

/**
 * Texts as a table may hold them. An office program takes a cell that begins like a formula for one and carries it out; behind an
 * apostrophe it is a text, as when somebody types it so.
 */
final class Harmless {

    /** Full-width ones are folded by some programs, and what cannot be seen is passed over by most. */
    private static final String BEGINNINGS = "=+-@＝＋－＠";

    private Harmless() {}

    /** @return the text, behind an apostrophe where its first character that can be seen begins a formula or a control character comes first */
    static String text(String text) {
        int first = 0;
        while (first < text.length() && isUnseen(text.charAt(first))) {
            if (Character.isISOControl(text.charAt(first))) {
                return "'" + text;
            }
            first++;
        }
        return first < text.length() && BEGINNINGS.indexOf(text.charAt(first)) >= 0 ? "'" + text : text;
    }

    private static boolean isUnseen(char character) {
        return Character.isISOControl(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
