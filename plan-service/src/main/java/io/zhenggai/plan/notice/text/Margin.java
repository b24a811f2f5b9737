package io.zhenggai.plan.notice.text;

import java.util.List;

/**
 * The right margin of a text that was copied with its line breaks.
 *
 * @param width in half squares; 0 where lines are as long as their paragraphs
 */
record Margin(int width) {

    private static final int WIDEST = 90;
    private static final int NARROWEST = 36;
    private static final int LEAST = 3;

    /** How far a full line may end before the margin: a wide character, and a sign that must not begin the next line. */
    private static final int RAGGED = 5;

    /** @return the margin, where at least every fourth line, and more than one or two, reach the longest one's end */
    static Margin of(List<Line> lines) {
        int widest = lines.stream().mapToInt(line -> line.width()).max().orElse(0);
        if (widest > WIDEST || widest < NARROWEST) {
            return new Margin(0);
        }
        long full =
                lines.stream().filter(line -> line.width() >= widest - RAGGED).count();
        return new Margin(full >= LEAST && full * 4 >= lines.size() ? widest : 0);
    }

    boolean isReached(Line line) {
        return width > 0 && line.width() >= width - RAGGED;
    }
}
