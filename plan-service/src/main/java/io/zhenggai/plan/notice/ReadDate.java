package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.date.Day;
import io.zhenggai.plan.notice.date.DayUnknown;
import io.zhenggai.plan.notice.date.YearFrom;
import io.zhenggai.plan.notice.text.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date that was read.
 *
 * @param value the day; null when it cannot be told, for the reason in {@code unknown}
 * @param words as it is written, such as 10月31日前
 * @param yearFrom where its year comes from; null without one
 * @param unknown why the day cannot be told; null when it can
 * @param line the line in which the sentence begins
 * @param sentence what it was read from
 */
public record ReadDate(
        @Nullable LocalDate value,
        String words,
        Mark mark,
        @Nullable YearFrom yearFrom,
        @Nullable DayUnknown unknown,
        int line,
        String sentence) {

    /** The day, or the last one of a span. */
    static ReadDate of(DatedWords dated, Day day, Span sentence) {
        return of(dated, day, day.date(), sentence);
    }

    /** The first day of a span. */
    static ReadDate firstOf(DatedWords dated, Day day, Span sentence) {
        return of(dated, day, day.from(), sentence);
    }

    /** The day with which something begins: the first one of a span. */
    static ReadDate beginOf(DatedWords dated, Day day, Span sentence) {
        return of(dated, day, dated.words().isSpan() ? day.from() : day.date(), sentence);
    }

    private static ReadDate of(DatedWords dated, Day day, @Nullable LocalDate date, Span sentence) {
        int begin = dated.words().begin();
        Quote quote = Quote.of(sentence, begin);
        return new ReadDate(
                date,
                sentence.paragraph().text().substring(begin, dated.words().end()),
                day.implied() ? Mark.PROPOSED : Mark.READ,
                day.yearFrom(),
                day.unknown(),
                quote.line(),
                quote.sentence());
    }

    ReadDate proposed() {
        return new ReadDate(value, words, Mark.PROPOSED, yearFrom, unknown, line, sentence);
    }
}
