package io.zhenggai.plan.notice.misprint;

import io.zhenggai.plan.notice.text.Marker;
import io.zhenggai.plan.notice.text.Paragraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Brackets, quotation and title marks without their other half within a paragraph, at most one a paragraph; and pairs of one
 * full and one half width. Single quotation marks are left alone: they are apostrophes, too.
 */
final class Brackets {

    private static final String OPENING = "（(《“〔【[［";
    private static final String CLOSING = "）)》”〕】]］";
    /** The pair that a sign belongs to, whatever its width. */
    private static final String FAMILY = "0012345555";

    private final Paragraph paragraph;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<Misprint> found = new ArrayList<>();

    private Brackets(Paragraph paragraph) {
        this.paragraph = paragraph;
    }

    static List<Misprint> find(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .flatMap(paragraph -> new Brackets(paragraph).find().stream())
                .toList();
    }

    private List<Misprint> find() {
        String text = paragraph.text();
        // The bracket of 1) opens nowhere.
        int begin = Marker.at(text, 0).map(Marker::end).orElse(0);
        if (begin > 0 && OPENING.indexOf(text.charAt(0)) >= 0) {
            pair(text.charAt(0), firstClosing(text));
        }
        for (int at = begin; at < text.length(); at++) {
            if (OPENING.indexOf(text.charAt(at)) >= 0) {
                open.push(at);
            } else if (CLOSING.indexOf(text.charAt(at)) >= 0 && !close(at)) {
                return found;
            }
        }
        if (!open.isEmpty()) {
            add(open.peekLast(), "缺少与之配对的后半个符号", "is never closed");
        }
        return found;
    }

    private static char firstClosing(String text) {
        int at = 0;
        while (CLOSING.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.charAt(at);
    }

    /** @return false when the paragraph's brackets no longer tell what belongs to what */
    private boolean close(int at) {
        if (open.isEmpty()) {
            add(at, "缺少与之配对的前半个符号", "was never opened");
            return false;
        }
        char opening = paragraph.text().charAt(open.peek());
        if (family(OPENING, opening) != family(CLOSING, paragraph.text().charAt(at))) {
            add(open.peek(), "与后面的“" + paragraph.text().charAt(at) + "”不配对", "is closed by another sign");
            return false;
        }
        open.pop();
        pair(opening, paragraph.text().charAt(at));
        return true;
    }

    private void pair(char opening, char closing) {
        if (OPENING.indexOf(opening) != CLOSING.indexOf(closing)
                && found.stream().noneMatch(one -> one.kind() == MisprintKind.MIXED_WIDTH)) {
            int at = paragraph.text().indexOf(closing);
            found.add(Misprint.of(
                    MisprintKind.MIXED_WIDTH,
                    paragraph.lineAt(at),
                    Excerpt.of(paragraph.text(), at, at + 1),
                    "“" + opening + "”与“" + closing + "”一为全角、一为半角",
                    "one bracket of the pair is full width, the other half width"));
        }
    }

    private static char family(String signs, char sign) {
        return FAMILY.charAt(signs.indexOf(sign));
    }

    private void add(int at, String zh, String en) {
        char sign = paragraph.text().charAt(at);
        found.add(Misprint.of(
                MisprintKind.UNBALANCED_BRACKET,
                paragraph.lineAt(at),
                Excerpt.of(paragraph.text(), at, at + 1),
                "“" + sign + "”" + zh,
                sign + " " + en));
    }
}
