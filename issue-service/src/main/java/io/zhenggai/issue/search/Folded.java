package io.zhenggai.issue.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is compared in a search: full and half width, capital and small letters are one, and what cannot be seen is left out.
 *
 * @param text folded; a line break stands between what was not one text before
 */
public record Folded(String text) {

    private static final char BOUNDARY = '\n';
    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\s]+");

    /** @return the texts that are there, one behind the other */
    public static Folded of(Collection<? extends @Nullable String> texts) {
        return new Folded(texts.stream()
                .filter(text -> text != null && !text.isEmpty())
                .map(Folded::fold)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(String.valueOf(BOUNDARY))));
    }

    /** @return the words of a question, which blanks keep apart, each once */
    public static List<Folded> words(String question) {
        return BLANK.splitAsStream(Normalizer.normalize(question, Normalizer.Form.NFKC))
                .map(Folded::fold)
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(Folded::new)
                .toList();
    }

    private static String fold(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Folded::isVisible)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT;
    }

    /** @return how many characters a reader counts */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /** @return every two neighbouring {@code char}s, each pair once as one number: both have 16 bits */
    public int[] pairs() {
        return IntStream.range(0, Math.max(0, text.length() - 1))
                .filter(i -> text.charAt(i) != BOUNDARY && text.charAt(i + 1) != BOUNDARY)
                .map(i -> text.charAt(i) << Character.SIZE | text.charAt(i + 1))
                .sorted()
                .distinct()
                .toArray();
    }
}
