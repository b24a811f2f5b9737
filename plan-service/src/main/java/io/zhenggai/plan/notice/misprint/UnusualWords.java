package io.zhenggai.plan.notice.misprint;

import io.zhenggai.plan.notice.misprint.Terms.Term;
import io.zhenggai.plan.notice.text.Han;
import io.zhenggai.plan.notice.text.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places where a set term lacks a character or has another one, while the same text writes it in full elsewhere: 以促改 beside
 * 以评促改, 能改提升 beside many 整改提升. A variant that stands twice is meant, and passed over.
 */
final class UnusualWords {

    /** With another character at its head or inside a term must be usual in the text; a shorter one is easily another word. */
    private static final int USUAL = 3;

    private static final int LONG = 6;

    private final List<Paragraph> paragraphs;
    private final Term term;
    private final Map<String, List<Place>> variants = new HashMap<>();
    private int written;

    private record Place(Paragraph paragraph, int begin, int end) {}

    private UnusualWords(List<Paragraph> paragraphs, Term term) {
        this.paragraphs = paragraphs;
        this.term = term;
    }

    static List<Misprint> find(List<Paragraph> paragraphs) {
        return Terms.ALL.stream()
                .flatMap(term -> new UnusualWords(paragraphs, term).find().stream())
                .toList();
    }

    private List<Misprint> find() {
        for (Paragraph paragraph : paragraphs) {
            String text = paragraph.text();
            for (int at = 0; at < text.length(); at++) {
                if (text.startsWith(term.text(), at)) {
                    written++;
                    at += term.text().length() - 1;
                } else if (mayBegin(text, at)) {
                    look(paragraph, at);
                }
            }
        }
        List<Misprint> found = new ArrayList<>();
        variants.forEach((variant, places) -> {
            boolean otherCharacter = variant.length() == term.text().length();
            if (places.size() == 1 && written >= (otherCharacter ? USUAL : 1)) {
                found.add(misprint(variant, places.get(0)));
            }
        });
        return found;
    }

    /** Its first or its second character is the term's: nowhere else need the rest be compared. */
    private boolean mayBegin(String text, int at) {
        return text.charAt(at) == term.text().charAt(0)
                || (at + 1 < text.length() && text.charAt(at + 1) == term.text().charAt(1));
    }

    private void look(Paragraph paragraph, int at) {
        lacking(paragraph.text(), at)
                .or(() -> replaced(paragraph.text(), at))
                .filter(variant -> !term.right().contains(variant))
                .ifPresent(variant -> variants.computeIfAbsent(variant, key -> new ArrayList<>())
                        .add(new Place(paragraph, at, at + variant.length())));
    }

    /** The term without one of its inner characters; a short one only when stops part it from the rest of the text. */
    private Optional<String> lacking(String text, int at) {
        String whole = term.text();
        int length = whole.length() - 1;
        if (at + length > text.length() || text.charAt(at) != whole.charAt(0)) {
            return Optional.empty();
        }
        int same = 0;
        while (same < length && text.charAt(at + same) == whole.charAt(same)) {
            same++;
        }
        boolean lacks = same > 0 && same < length && text.startsWith(whole.substring(same + 1), at + same);
        boolean stands = whole.length() >= LONG || (isParted(text, at - 1) && isParted(text, at + length));
        return lacks && stands ? Optional.of(text.substring(at, at + length)) : Optional.empty();
    }

    private static boolean isParted(String text, int at) {
        return at < 0 || at >= text.length() || !Han.is(text.charAt(at));
    }

    /** The term with another character at its head, or, in a long one, inside. */
    private Optional<String> replaced(String text, int at) {
        String whole = term.text();
        if (at + whole.length() > text.length()) {
            return Optional.empty();
        }
        int different = -1;
        for (int i = 0; i < whole.length(); i++) {
            if (text.charAt(at + i) != whole.charAt(i)) {
                if (different >= 0) {
                    return Optional.empty();
                }
                different = i;
            }
        }
        boolean head = different == 0;
        boolean inside = different > 0 && different < whole.length() - 1 && whole.length() >= LONG;
        return (head || inside) && Han.is(text.charAt(at + different))
                ? Optional.of(text.substring(at, at + whole.length()))
                : Optional.empty();
    }

    private Misprint misprint(String variant, Place place) {
        return Misprint.of(
                MisprintKind.UNUSUAL_WORD,
                place.paragraph().lineAt(place.begin()),
                Excerpt.of(place.paragraph().text(), place.begin(), place.end()),
                "“" + variant + "”疑为“" + term.text() + "”，文中他处均写作后者",
                variant + " may be meant to be " + term.text() + ", as it is written elsewhere");
    }
}
