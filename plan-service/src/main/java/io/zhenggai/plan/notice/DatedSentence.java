package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Span;
import java.util.ArrayList;
import java.util.List;

/** A sentence with the dates in it. */
record DatedSentence(Span sentence, List<DatedWords> dates) {

    /** Looking at each word of a longer one with each date would take the square of its length. */
    private static final int LONGEST = 1_000;

    /** @return the sentences of a paragraph, those that are too long to be read too */
    static List<DatedSentence> of(Paragraph paragraph, Years years) {
        List<DatedWords> dates = DatedWords.of(paragraph, years);
        List<DatedSentence> sentences = new ArrayList<>();
        int next = 0;
        for (Span sentence : paragraph.all().sentences()) {
            int first = next;
            while (next < dates.size() && dates.get(next).words().begin() < sentence.end()) {
                next++;
            }
            sentences.add(new DatedSentence(sentence, List.copyOf(dates.subList(first, next))));
        }
        return sentences;
    }

    /** @return whether it is longer than what is read as one sentence */
    boolean isTooLong() {
        return sentence.end() - sentence.begin() > LONGEST;
    }

    /** @return whether a place of the paragraph lies in it */
    boolean holds(int place) {
        return sentence.begin() <= place && place < sentence.end();
    }
}
