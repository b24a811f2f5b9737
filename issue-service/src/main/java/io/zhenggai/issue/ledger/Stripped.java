package io.zhenggai.issue.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text without what cannot be seen at its ends: blanks of every script, zero-width ones among them. */
public final class Stripped {

    private Stripped() {}

    /** @return the text; empty when nothing of it can be seen */
    static String of(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isInvisible(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** @return the text; null when there is none or nothing of it can be seen */
    public static @Nullable String orNull(@Nullable String text) {
        String stripped = text == null ? "" : of(text);
        return stripped.isEmpty() ? null : stripped;
    }

    /** @return the texts, each once, empty where nothing of it can be seen; none where there is no list */
    public static List<String> each(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> text == null ? "" : of(text))
                        .distinct()
                        .toList();
    }

    /** @return whether nothing is seen of a character: blanks and marks that only steer how others are set */
    static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
