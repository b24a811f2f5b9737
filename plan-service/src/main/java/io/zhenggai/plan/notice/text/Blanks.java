package io.zhenggai.plan.notice.text;

/** White space as office software writes it: ideographic and no-break spaces, tabs, and what has no width at all. */
public final class Blanks {

    private Blanks() {}

    /** @return whether the character takes space and shows nothing */
    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** @return whether the character neither takes space nor shows: byte order marks and zero-width joiners */
    static boolean isInvisible(char c) {
        return c == '\uFEFF' || c == '\u200B' || c == '\u200C' || c == '\u200D' || c == '\u2060' || c == '\u00AD';
    }

    /** @return the text without blanks at both ends, each run of them inside as one space, and without what is invisible */
    public static String collapsed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c)) {
                continue;
            }
            if (isBlank(c)) {
                pending = !kept.isEmpty();
                continue;
            }
            if (pending) {
                kept.append(' ');
                pending = false;
            }
            kept.append(c);
        }
        return kept.toString();
    }

    /** @return the text without the blanks between two Chinese characters: where a title was broken, one is left behind */
    public static String closed(String text) {
        String collapsed = collapsed(text);
        StringBuilder kept = new StringBuilder(collapsed.length());
        for (int i = 0; i < collapsed.length(); i++) {
            char c = collapsed.charAt(i);
            // Collapsed: a blank always has neighbours.
            if (c == ' ' && (Han.isWide(collapsed.charAt(i - 1)) || Han.isWide(collapsed.charAt(i + 1)))) {
                continue;
            }
            kept.append(c);
        }
        return kept.toString();
    }
}
