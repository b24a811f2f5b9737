package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Span;

/**
 * Where something was read.
 *
 * @param line the line in which the sentence begins, counted from 1 in the text as received
 * @param sentence the sentence, broken lines joined and otherwise unaltered; of one over 500 characters what surrounds the
 *     place, with … where something is left out
 */
public record Quote(int line, String sentence) {

    private static final int LONGEST = 500;
    private static final int BEFORE = 200;

    /** @return a sentence, with nothing in it more important than the rest */
    public static Quote of(Span sentence) {
        return of(sentence, sentence.begin());
    }

    /**
     * @param sentence where it was read
     * @param place the offset in the paragraph that matters
     */
    public static Quote of(Span sentence, int place) {
        if (sentence.end() - sentence.begin() <= LONGEST) {
            return new Quote(sentence.line(), sentence.text());
        }
        String text = sentence.paragraph().text();
        int begin = Math.max(sentence.begin(), place - BEFORE);
        int end = Math.min(sentence.end(), begin + LONGEST);
        begin = isInMiddle(text, begin) ? begin + 1 : begin;
        end = isInMiddle(text, end) ? end - 1 : end;
        return new Quote(
                sentence.paragraph().lineAt(begin),
                (begin > sentence.begin() ? "…" : "") + text.substring(begin, end) + (end < sentence.end() ? "…" : ""));
    }

    /** Whether a place lies between the two halves of one character. */
    private static boolean isInMiddle(String text, int place) {
        return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
    }
}
