package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DateWords;
import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.date.Day;
import io.zhenggai.plan.notice.date.DayUnknown;
import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.text.LineShape;
import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from when until when the whole campaign lasts: 自通知印发之日开展，12月底结束; 行动时间：2022年4月—11月; 从2021年11月至2022年2月开展….
 * Where no sentence says so, the first phase's beginning and the last phase's end are proposed.
 */
final class PeriodReader {

    private static final List<String> PRINTING = List.of("印发之日", "发文之日", "发布之日", "即日起");
    private static final List<String> CAMPAIGN = List.of("行动", "整治", "活动", "整改");
    private static final List<String> CARRIED_OUT = List.of("开展", "为期", "时间", "组织", "集中");
    private static final List<String> ENDING = List.of("结束", "截止", "完成", "止");

    private final @Nullable ReadDate printedOn;
    private final Years years;

    private PeriodReader(@Nullable ReadDate printedOn, Years years) {
        this.printedOn = printedOn;
        this.years = years;
    }

    /** From when until when; null is what was not found. */
    record Period(@Nullable ReadDate start, @Nullable ReadDate end) {}

    /**
     * @param paragraphs those that describe no phase
     * @param phases what is proposed from
     */
    static Period read(List<Paragraph> paragraphs, List<ReadPhase> phases, SheetDates dates) {
        PeriodReader reader = new PeriodReader(dates.printedOn(), dates.years());
        Optional<Period> stated = paragraphs.stream()
                .flatMap(paragraph -> reader.stated(paragraph).stream())
                .findFirst();
        Period period = stated.orElse(new Period(null, null));
        return new Period(
                period.start() == null ? begin(phases) : period.start(),
                period.end() == null ? end(phases) : period.end());
    }

    private static @Nullable ReadDate begin(List<ReadPhase> phases) {
        ReadDate from = phases.isEmpty() ? null : phases.get(0).from();
        return from == null ? null : from.proposed();
    }

    private static @Nullable ReadDate end(List<ReadPhase> phases) {
        ReadDate last = phases.isEmpty() ? null : phases.get(phases.size() - 1).deadline();
        return last == null || last.value() == null ? null : last.proposed();
    }

    private Optional<Period> stated(Paragraph paragraph) {
        int label = LineShape.label(paragraph.text());
        if (label > 0 && paragraph.text().substring(0, label).contains("时")) {
            return DatedWords.of(paragraph, years).stream()
                    .filter(date -> date.words().isSpan())
                    .findFirst()
                    .map(date -> span(date, paragraph.all()));
        }
        return DatedSentence.of(paragraph, years).stream()
                .filter(one -> !one.dates().isEmpty())
                .flatMap(one -> stated(one.sentence(), one.dates()).stream())
                .findFirst();
    }

    private Optional<Period> stated(Span sentence, List<DatedWords> dates) {
        String text = sentence.text();
        if (CAMPAIGN.stream().noneMatch(text::contains) || FilingReader.speaksOfFiling(text)) {
            return Optional.empty();
        }
        Optional<DatedWords> span =
                dates.stream().filter(date -> date.words().isFromTo()).findFirst();
        if (span.isPresent() && CARRIED_OUT.stream().anyMatch(text::contains)) {
            return span.map(date -> span(date, sentence));
        }
        return fromPrinting(sentence, dates).or(() -> fromTo(sentence, dates));
    }

    /** 自通知印发之日开展，12月底结束. */
    private Optional<Period> fromPrinting(Span sentence, List<DatedWords> dates) {
        String text = sentence.text();
        Optional<String> printing = PRINTING.stream().filter(text::contains).findFirst();
        int place = printing.map(text::indexOf).orElse(-1);
        if (place < 0) {
            return Optional.empty();
        }
        return dates.stream()
                .filter(date -> date.words().begin() - sentence.begin() > place && isFollowedBy(date, sentence, ENDING))
                .findFirst()
                .map(date -> new Period(printed(printing.orElseThrow(), sentence, place), last(date, sentence)));
    }

    /** 自3月1日开始，至11月30日结束. */
    private Optional<Period> fromTo(Span sentence, List<DatedWords> dates) {
        boolean stated = dates.size() == 2
                && isFollowedBy(dates.get(0), sentence, List.of("开始", "启动", "起", "开展"))
                && isFollowedBy(dates.get(1), sentence, ENDING);
        return stated
                ? Optional.of(new Period(last(dates.get(0), sentence), last(dates.get(1), sentence)))
                : Optional.empty();
    }

    private static boolean isFollowedBy(DatedWords date, Span sentence, List<String> words) {
        String behind = sentence.paragraph().text().substring(date.words().end(), sentence.end());
        return words.stream().anyMatch(behind::startsWith);
    }

    private Period span(DatedWords date, Span sentence) {
        Day day = date.day(null);
        boolean fromPrinting = date.words().opening() == DateWords.Opening.PRINTING;
        ReadDate start = fromPrinting
                ? printed("即日起", sentence, date.words().begin() - sentence.begin())
                : ReadDate.firstOf(date, day, sentence);
        return new Period(start, ReadDate.of(date, day, sentence));
    }

    private static ReadDate last(DatedWords date, Span sentence) {
        return ReadDate.of(date, date.day(null), sentence);
    }

    private ReadDate printed(String words, Span sentence, int place) {
        Quote quote = Quote.of(sentence, sentence.begin() + place);
        return printedOn == null || printedOn.value() == null
                ? new ReadDate(null, words, Mark.READ, null, DayUnknown.NO_PRINTED_DATE, quote.line(), quote.sentence())
                : new ReadDate(
                        printedOn.value(),
                        words,
                        printedOn.mark(),
                        printedOn.yearFrom(),
                        null,
                        quote.line(),
                        quote.sentence());
    }
}
