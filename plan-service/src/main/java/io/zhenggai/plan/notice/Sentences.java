package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Span;

/** Sentences by where something in them stands. */
final class Sentences {

    private Sentences() {}

    /** @return the sentence around a place; the whole paragraph when it holds none */
    static Span at(Paragraph paragraph, int place) {
        return paragraph.all().sentences().stream()
                .filter(sentence -> sentence.begin() <= place && place < sentence.end())
                .findFirst()
                .orElse(paragraph.all());
    }
}
