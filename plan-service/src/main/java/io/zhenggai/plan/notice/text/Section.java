package io.zhenggai.plan.notice.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A numbered part of a notice, with everything down to the next number of its own or a higher level.
 *
 * @param marker its number
 * @param paragraph the one that begins with the number
 * @param body the paragraphs behind it that have no number
 * @param children the parts within it
 */
public record Section(Marker marker, Paragraph paragraph, List<Paragraph> body, List<Section> children) {

    private static final String HEADING_ENDS = "。：:；;";

    /** Keeps its own copies. */
    public Section {
        body = List.copyOf(body);
        children = List.copyOf(children);
    }

    /** @return what stands behind the number, to the end of the paragraph */
    public Span text() {
        return new Span(paragraph, marker.end(), paragraph.text().length());
    }

    /** @return what stands behind the number, up to the first full stop or colon */
    public Span heading() {
        String text = paragraph.text();
        int begin = marker.end();
        // 第一阶段：动员部署: the colon belongs to the number.
        while (begin < text.length() && "：:".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        int end = begin;
        while (end < text.length() && HEADING_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Span(paragraph, begin, end);
    }

    /** @return all its paragraphs, those of its children too, in order */
    public List<Paragraph> paragraphs() {
        List<Paragraph> all = new ArrayList<>();
        addTo(all);
        return all;
    }

    private void addTo(List<Paragraph> all) {
        all.add(paragraph);
        all.addAll(body);
        children.forEach(child -> child.addTo(all));
    }

    /** @return the parts without parts of their own, itself when it has none */
    public List<Section> leaves() {
        if (children.isEmpty()) {
            return List.of(this);
        }
        return children.stream().flatMap(child -> child.leaves().stream()).toList();
    }
}
