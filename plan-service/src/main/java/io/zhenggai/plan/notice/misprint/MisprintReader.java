package io.zhenggai.plan.notice.misprint;

import io.zhenggai.plan.notice.text.Joined;
import io.zhenggai.plan.notice.text.Line;
import io.zhenggai.plan.notice.text.Outline;
import io.zhenggai.plan.notice.text.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Asks every rule, and gives what they suspect in the order of the text. */
public final class MisprintReader {

    /** Past this a text is no notice, and nobody reads on. */
    private static final int MOST = 100;

    private MisprintReader() {}

    /**
     * @param head the lines above the body
     * @param joined the body's lines, as they were joined
     * @param outline the body
     */
    public static List<Misprint> read(List<Line> head, Joined joined, Outline outline) {
        // As one: a title in two lines has its brackets in both.
        List<Paragraph> paragraphs = Stream.concat(
                        Stream.of(Paragraph.of(head)).filter(paragraph -> !head.isEmpty()),
                        outline.paragraphs().stream())
                .toList();
        List<Misprint> found = new ArrayList<>();
        found.addAll(DoubledCharacters.find(joined.breaks(), paragraphs));
        found.addAll(Brackets.find(paragraphs));
        found.addAll(Widths.find(paragraphs));
        found.addAll(UnusualWords.find(paragraphs));
        found.addAll(Signs.find(paragraphs));
        found.addAll(Numbering.find(outline));
        return found.stream()
                .sorted(Comparator.comparingInt(Misprint::line))
                .limit(MOST)
                .toList();
    }
}
