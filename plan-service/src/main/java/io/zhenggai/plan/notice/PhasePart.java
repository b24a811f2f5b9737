package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Span;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The part of a notice that describes one phase.
 *
 * @param ordinal as numbered, by the order where it has no number
 * @param heading what its first paragraph says, without its number
 * @param paragraphs all of its paragraphs, the first one too
 */
record PhasePart(int ordinal, Span heading, List<Paragraph> paragraphs) {

    /** @return the paragraphs that describe none of the phases, in order */
    static List<Paragraph> outside(List<PhasePart> parts, List<Paragraph> all) {
        // By identity: the same words may stand in two places.
        Set<Paragraph> within = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.forEach(part -> within.addAll(part.paragraphs()));
        return all.stream().filter(paragraph -> !within.contains(paragraph)).toList();
    }
}
