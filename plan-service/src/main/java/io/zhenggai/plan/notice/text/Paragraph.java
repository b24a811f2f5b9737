package io.zhenggai.plan.notice.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One or more lines that belong together.
 *
 * @param text the lines, one behind the other
 * @param pieces where each line begins in the text, in order
 */
public record Paragraph(String text, List<Piece> pieces) {

    /** Where a line of the text as received begins. */
    public record Piece(int offset, int line) {}

    /** Keeps its own copy of the pieces. */
    public Paragraph {
        pieces = List.copyOf(pieces);
    }

    /** @return lines one behind the other: no blank comes between, Chinese needs none */
    public static Paragraph of(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        List<Piece> pieces = new ArrayList<>();
        for (Line line : lines) {
            pieces.add(new Piece(text.length(), line.number()));
            text.append(line.text());
        }
        return new Paragraph(text.toString(), pieces);
    }

    /** @return the number of the line that a place of the text stood in */
    public int lineAt(int offset) {
        return pieces.get(pieceAt(offset)).line();
    }

    private int pieceAt(int offset) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** @return a part of it as a paragraph of its own */
    Paragraph part(int begin, int end) {
        List<Piece> kept = new ArrayList<>();
        int first = pieceAt(begin);
        kept.add(new Piece(0, pieces.get(first).line()));
        for (int i = first + 1; i < pieces.size() && pieces.get(i).offset() < end; i++) {
            kept.add(new Piece(pieces.get(i).offset() - begin, pieces.get(i).line()));
        }
        return new Paragraph(text.substring(begin, end), kept);
    }

    /** @return all of it */
    public Span all() {
        return new Span(this, 0, text.length());
    }
}
