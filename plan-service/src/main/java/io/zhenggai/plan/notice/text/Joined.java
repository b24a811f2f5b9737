package io.zhenggai.plan.notice.text;

import java.util.List;

/**
 * What joining made of the lines.
 *
 * @param breaks the places where a line had been broken
 */
public record Joined(List<Paragraph> paragraphs, List<Break> breaks) {

    /**
     * A broken line and the one that it goes on with.
     *
     * @param before the end of the broken line, a few characters
     * @param after the beginning of the next one
     */
    public record Break(int line, int nextLine, String before, String after) {}

    /** Keeps its own copies. */
    public Joined {
        paragraphs = List.copyOf(paragraphs);
        breaks = List.copyOf(breaks);
    }
}
