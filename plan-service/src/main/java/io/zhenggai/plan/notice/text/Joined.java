package io.zhenggai.plan.notice.text;

import java.util.List;

/**
 * What joining made of the lines.
 *
 * @param breaks the places where a line had been broken
 */
public record Joined(List<Paragraph> paragraphs, List<BrokenLine> breaks) {

    /** Keeps its own copies. */
    public Joined {
        paragraphs = List.copyOf(paragraphs);
        breaks = List.copyOf(breaks);
    }
}
