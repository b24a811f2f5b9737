package io.zhenggai.plan.notice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins lines that were broken in the middle of a sentence.
 *
 * <p>A line that ends a sentence is never joined with the next one. One that breaks off at a comma or within a bracket always
 * is, unless the next one begins with a number. Between these, what tells a broken line from a heading is how full it is:
 * running text goes on until the margin, headings are short and hold no comma. Where a text came without its margins (each
 * paragraph one line), a numbered line without an end is broken when the next one of its kind ends with a semicolon:
 * entries of one list end alike.
 */
public final class LineJoiner {

    private static final int EXCERPT = 12;
    private static final int SHORT_HEADING = 40;

    private final List<Line> lines;
    private final Margin margin;

    private LineJoiner(List<Line> lines) {
        this.lines = lines;
        this.margin = Margin.of(lines);
    }

    /** @return the lines of a notice's body as paragraphs */
    public static Joined join(List<Line> lines) {
        return new LineJoiner(lines).join();
    }

    private Joined join() {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<BrokenLine> breaks = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!open.isEmpty()) {
                Line last = open.get(open.size() - 1);
                if (goOn(i - 1)) {
                    breaks.add(new BrokenLine(last.number(), line.number(), tail(last), head(line)));
                } else {
                    paragraphs.add(Paragraph.of(open));
                    open.clear();
                }
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            paragraphs.add(Paragraph.of(open));
        }
        return new Joined(paragraphs, breaks);
    }

    /** Whether the line at that place goes on with the next one. */
    private boolean goOn(int place) {
        Line line = lines.get(place);
        Line next = lines.get(place + 1);
        if (Punctuation.isClosed(line.text()) || isNumbered(next) || LineShape.standsAlone(next.text())) {
            return false;
        }
        if (Punctuation.goesOn(next.text()) || Punctuation.breaksOff(line.text())) {
            return true;
        }
        if (LineShape.standsAlone(line.text()) || next.isIndented() || LineShape.isTitle(line.text())) {
            return false;
        }
        return isNumbered(line) ? entryGoesOn(place) : Punctuation.isProse(line.text()) || margin.isReached(line);
    }

    private boolean entryGoesOn(int place) {
        Line line = lines.get(place);
        Marker marker = Marker.at(line.text(), 0).orElseThrow();
        if (marker.kind() == Marker.Kind.PHASE) {
            return Punctuation.isProse(line.text());
        }
        if (Punctuation.isProse(line.text()) || margin.isReached(line)) {
            return true;
        }
        return Han.width(line.text()) >= SHORT_HEADING
                && nextOfKind(place, marker)
                        .filter(text -> text.endsWith("；") || text.endsWith(";"))
                        .isPresent();
    }

    /** The line with the next number of the same kind, as far as it is near. */
    private Optional<String> nextOfKind(int place, Marker marker) {
        int near = Math.min(lines.size(), place + 6);
        for (int i = place + 1; i < near; i++) {
            Optional<Marker> other = Marker.at(lines.get(i).text(), 0);
            if (other.filter(found -> found.kind() == marker.kind() && found.ordinal() == marker.ordinal() + 1)
                    .isPresent()) {
                return Optional.of(lines.get(i).text());
            }
        }
        return Optional.empty();
    }

    private static boolean isNumbered(Line line) {
        return Marker.at(line.text(), 0).isPresent();
    }

    private static String tail(Line line) {
        return line.text().substring(Math.max(0, line.text().length() - EXCERPT));
    }

    private static String head(Line line) {
        return line.text().substring(0, Math.min(EXCERPT, line.text().length()));
    }
}
