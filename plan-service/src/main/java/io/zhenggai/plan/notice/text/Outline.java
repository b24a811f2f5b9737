package io.zhenggai.plan.notice.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tree that the numbers of a notice make. A kind of number that is not open yet lies a level deeper than what is open; one
 * that is open closes all below it. So 一、(一) 1. ① nest as they come, whichever of them a notice uses.
 *
 * @param intro the paragraphs before the first number
 * @param sections the uppermost parts
 */
public record Outline(List<Paragraph> intro, List<Section> sections) {

    private static final String ENTRY_ENDS = "。；：;";

    /** Keeps its own copies. */
    public Outline {
        intro = List.copyOf(intro);
        sections = List.copyOf(sections);
    }

    /** @return the outline; numbers behind the end of a sentence within a paragraph count like those at its beginning */
    public static Outline of(List<Paragraph> paragraphs) {
        Node root = new Node(null, null);
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        for (Paragraph whole : paragraphs) {
            for (Paragraph paragraph : entries(whole)) {
                Marker marker = Marker.at(paragraph.text(), 0).orElse(null);
                if (marker == null) {
                    open.element().body.add(paragraph);
                    continue;
                }
                Node node = new Node(marker, paragraph);
                parentOf(marker, open).children.add(node);
                open.push(node);
            }
        }
        return new Outline(root.body, root.sections());
    }

    private static Node parentOf(Marker marker, Deque<Node> open) {
        boolean isOpen = open.stream().anyMatch(node -> node.isOf(marker.kind()));
        while (isOpen && !open.element().isOf(marker.kind())) {
            open.pop();
        }
        if (isOpen) {
            open.pop();
        }
        return open.element();
    }

    private static List<Paragraph> entries(Paragraph paragraph) {
        String text = paragraph.text();
        if (text.startsWith("附件")) {
            return List.of(paragraph);
        }
        List<Paragraph> entries = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i < text.length(); i++) {
            if (ENTRY_ENDS.indexOf(text.charAt(i - 1)) >= 0
                    && Marker.at(text, skipBlank(text, i)).isPresent()) {
                entries.add(paragraph.part(begin, i));
                begin = skipBlank(text, i);
            }
        }
        entries.add(begin == 0 ? paragraph : paragraph.part(begin, text.length()));
        return entries;
    }

    private static int skipBlank(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    /** @return every part at every level, in the order of the text */
    public Stream<Section> all() {
        return sections.stream().flatMap(Outline::withBelow);
    }

    private static Stream<Section> withBelow(Section section) {
        return Stream.concat(Stream.of(section), section.children().stream().flatMap(Outline::withBelow));
    }

    /** @return every paragraph, in the order of the text */
    public List<Paragraph> paragraphs() {
        List<Paragraph> all = new ArrayList<>(intro);
        sections.forEach(section -> all.addAll(section.paragraphs()));
        return all;
    }

    private static final class Node {
        private final @Nullable Marker marker;
        private final @Nullable Paragraph paragraph;
        private final List<Paragraph> body = new ArrayList<>();
        private final List<Node> children = new ArrayList<>();

        /** @param marker null, as is the paragraph, for the root only */
        private Node(@Nullable Marker marker, @Nullable Paragraph paragraph) {
            this.marker = marker;
            this.paragraph = paragraph;
        }

        private boolean isOf(Marker.Kind kind) {
            return marker != null && marker.kind() == kind;
        }

        private List<Section> sections() {
            return children.stream().map(Node::section).toList();
        }

        private Section section() {
            return new Section(Objects.requireNonNull(marker), Objects.requireNonNull(paragraph), body, sections());
        }
    }
}
