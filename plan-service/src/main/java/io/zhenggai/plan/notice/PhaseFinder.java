package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.text.Marker;
import io.zhenggai.plan.notice.text.Outline;
import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Section;
import io.zhenggai.plan.notice.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the parts that describe phases. The first way that finds any is taken: parts numbered 第一阶段; numbered parts of one
 * section that are called …阶段; the dated parts of a section on steps or times; paragraphs without number that are called
 * …阶段.
 */
final class PhaseFinder {

    private static final List<String> STEPS = List.of("步骤", "时间安排", "进度安排", "实施安排", "阶段安排", "工作安排");
    private static final int LONGEST_NAME = 16;

    /** More than any campaign has: what has more is no notice, and nobody would look through it. */
    private static final int MOST = 50;

    private final Outline outline;

    private PhaseFinder(Outline outline) {
        this.outline = outline;
    }

    static List<PhasePart> find(Outline outline) {
        PhaseFinder finder = new PhaseFinder(outline);
        return Stream.<List<PhasePart>>of(
                        finder.numberedAsPhases(),
                        finder.numberedAndCalledPhases(),
                        finder.datedSteps(),
                        finder.calledPhases())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<PhasePart> numberedAsPhases() {
        return firstGroup(1, section -> section.marker().kind() == Marker.Kind.PHASE);
    }

    private List<PhasePart> numberedAndCalledPhases() {
        return firstGroup(2, section -> heading(section).isPhase());
    }

    private List<PhasePart> datedSteps() {
        return outline.all()
                .filter(section -> STEPS.stream().anyMatch(section.heading().text()::contains))
                .map(section -> parts(section.children().stream()
                        .filter(child -> heading(child).name().isPresent()
                                && heading(child).period().isPresent())
                        .toList()))
                .filter(parts -> parts.size() >= 2)
                .findFirst()
                .orElse(List.of());
    }

    /** The first siblings of which enough are phases. */
    private List<PhasePart> firstGroup(int least, Predicate<Section> isPhase) {
        return Stream.concat(Stream.of(outline.sections()), outline.all().map(Section::children))
                .map(siblings -> siblings.stream().filter(isPhase).toList())
                .filter(phases -> phases.size() >= least)
                .findFirst()
                .map(PhaseFinder::parts)
                .orElse(List.of());
    }

    private static List<PhasePart> parts(List<Section> sections) {
        List<PhasePart> parts = new ArrayList<>();
        for (Section section : sections.subList(0, Math.min(MOST, sections.size()))) {
            int order = parts.size() + 1;
            int ordinal = section.marker().kind() == Marker.Kind.PHASE
                    ? section.marker().ordinal()
                    : heading(section).ordinal().orElse(order);
            parts.add(new PhasePart(ordinal, section.text(), section.paragraphs()));
        }
        return parts;
    }

    private static PhaseHeading heading(Section section) {
        return heading(section.text());
    }

    private static PhaseHeading heading(Span text) {
        return PhaseHeading.of(text, DatedWords.of(text.paragraph(), Years.NONE));
    }

    private List<PhasePart> calledPhases() {
        return Stream.concat(Stream.of(outline.intro()), outline.all().map(Section::body))
                .map(PhaseFinder::called)
                .filter(parts -> parts.size() >= 2)
                .findFirst()
                .orElse(List.of());
    }

    private static List<PhasePart> called(List<Paragraph> paragraphs) {
        List<PhasePart> parts = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (isCalledPhase(paragraphs.get(i))) {
                begins.add(i);
            }
        }
        for (int i = 0; i < Math.min(MOST, begins.size()); i++) {
            int begin = begins.get(i);
            int end = i + 1 < begins.size() ? begins.get(i + 1) : paragraphs.size();
            parts.add(new PhasePart(i + 1, paragraphs.get(begin).all(), paragraphs.subList(begin, end)));
        }
        return parts;
    }

    /** 动员部署阶段（3月）…: the name stands first and is short, so that no sentence that speaks of a phase is taken for one. */
    private static boolean isCalledPhase(Paragraph paragraph) {
        String text = paragraph.text();
        int end = text.indexOf("阶段");
        return end > 0
                && end <= LONGEST_NAME
                && (end + 2 == text.length() || "（(：:。".indexOf(text.charAt(end + 2)) >= 0)
                && heading(paragraph.all())
                        .name()
                        .filter(name -> name.begin() == 0)
                        .isPresent();
    }
}
