package io.zhenggai.plan.notice.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a paragraph: a sentence, a heading.
 *
 * @param begin offset of its first character
 * @param end offset behind its last one
 */
public record Span(Paragraph paragraph, int begin, int end) {

    private static final String SENTENCE_ENDS = "。！？；;!?";
    private static final String CLOSING = "”’）)》";

    /** Leaves the blanks at both ends out. */
    public Span {
        String text = paragraph.text();
        while (begin < end && text.charAt(begin) == ' ') {
            begin++;
        }
        while (end > begin && text.charAt(end - 1) == ' ') {
            end--;
        }
    }

    /** @return its characters */
    public String text() {
        return paragraph.text().substring(begin, end);
    }

    /** @return the number of the line that it begins in */
    public int line() {
        return paragraph.lineAt(begin);
    }

    /** @return a part of it, by offsets within it */
    public Span part(int from, int to) {
        return new Span(paragraph, begin + from, begin + to);
    }

    /** @return its sentences, each with the sign that ends it; a semicolon ends one too */
    public List<Span> sentences() {
        String text = paragraph.text();
        List<Span> sentences = new ArrayList<>();
        int from = begin;
        for (int i = begin; i < end; i++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                while (i + 1 < end && CLOSING.indexOf(text.charAt(i + 1)) >= 0) {
                    i++;
                }
                sentences.add(new Span(paragraph, from, i + 1));
                from = i + 1;
            }
        }
        if (from < end) {
            sentences.add(new Span(paragraph, from, end));
        }
        return sentences;
    }

    /** @return whether it is nothing */
    public boolean isEmpty() {
        return begin >= end;
    }
}
