package io.zhenggai.issue.paper;

/** How high a row must be for its longest text: not all office programs find it out by themselves when they open a file. */
final class RowHeight {

    private static final double POINTS_OF_A_LINE = 13.5;
    private static final double POINTS_BESIDE = 5;

    /** More a row cannot have. */
    private static final double MOST_POINTS = 409;

    /** First of the characters that take two places: Hangul, and behind it kana, Chinese and full-width forms. */
    private static final int FIRST_WIDE = 0x1100;

    private RowHeight() {}

    /**
     * @param width of the column, in characters
     * @return into how many lines the text is broken, at least 1
     */
    static int lines(String text, int width) {
        int lines = 1;
        int places = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int taken = character >= FIRST_WIDE ? 2 : 1;
            if (character == '\n' || places + taken > width - 1) {
                lines++;
                places = 0;
            }
            places += character == '\n' ? 0 : taken;
        }
        return lines;
    }

    static double points(int lines) {
        return Math.min(MOST_POINTS, lines * POINTS_OF_A_LINE + POINTS_BESIDE);
    }
}
