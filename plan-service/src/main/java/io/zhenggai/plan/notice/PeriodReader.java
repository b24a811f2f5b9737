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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads from when until when the whole campaign lasts: 自通知印发之日开展，12月底结束; 行动时间：2022年4月—11月; 从2021年11月至2022年2月开展….
 * Where no sentence says both, each is taken from one that says it by itself; else the first phase's beginning and the last
 * phase's end are proposed; else an end by a day on which all is done or by how long it lasts, unless two such differ.
 */
final class PeriodReader {

    private static final List<String> PRINTING = List.of("印发之日", "发文之日", "发布之日", "即日起");
    private static final List<String> CAMPAIGN = List.of("行动", "整治", "活动", "整改");
    private static final List<String> CARRIED_OUT = List.of("开展", "为期", "时间", "组织", "集中");
    private static final List<String> STARTING = List.of("开始", "启动", "起");
    private static final List<String> STARTED = List.of("开始", "启动", "起", "开展");
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
     * What one sentence says.
     *
     * @param perhapsEnd an end that is only proposed where nothing else tells one
     */
    private record Stated(
            @Nullable ReadDate start,
            @Nullable ReadDate end,
            @Nullable ReadDate perhapsEnd) {
        static Stated whole(ReadDate start, ReadDate end) {
            return new Stated(start, end, null);
        }

        boolean isWhole() {
            return start != null && end != null;
        }
    }

    /**
     * @param paragraphs those that describe no phase
     * @param phases what is proposed from
     */
    static Period read(List<Paragraph> paragraphs, List<ReadPhase> phases, SheetDates dates) {
        PeriodReader reader = new PeriodReader(dates.printedOn(), dates.years());
        List<Stated> stated = paragraphs.stream()
                .flatMap(paragraph -> reader.stated(paragraph).stream())
                .toList();
        Optional<Stated> whole = stated.stream().filter(Stated::isWhole).findFirst();
        return new Period(
                whole.map(Stated::start)
                        .or(() -> first(stated, Stated::start))
                        .or(() -> Optional.ofNullable(begin(phases)))
                        .orElse(null),
                whole.map(Stated::end)
                        .or(() -> first(stated, Stated::end))
                        .or(() -> Optional.ofNullable(end(phases)))
                        .or(() -> only(stated))
                        .orElse(null));
    }

    private static Optional<ReadDate> first(List<Stated> stated, Function<Stated, @Nullable ReadDate> part) {
        return stated.stream()
                .flatMap(one -> Stream.ofNullable(part.apply(one)))
                .findFirst();
    }

    /** Where two proposals differ, there is none. */
    private static Optional<ReadDate> only(List<Stated> stated) {
        List<ReadDate> ends = stated.stream()
                .flatMap(one -> Stream.ofNullable(one.perhapsEnd()))
                .toList();
        boolean agree = ends.stream().map(ReadDate::value).distinct().count() == 1;
        return agree ? Optional.of(ends.get(0)) : Optional.empty();
    }

    private static @Nullable ReadDate begin(List<ReadPhase> phases) {
        ReadDate from = phases.isEmpty() ? null : phases.get(0).from();
        return from == null ? null : from.proposed();
    }

    private static @Nullable ReadDate end(List<ReadPhase> phases) {
        ReadDate last = phases.isEmpty() ? null : phases.get(phases.size() - 1).deadline();
        return last == null || last.value() == null ? null : last.proposed();
    }

    private List<Stated> stated(Paragraph paragraph) {
        int label = LineShape.label(paragraph.text());
        boolean labelled = label > 0 && paragraph.text().substring(0, label).contains("时");
        if (labelled) {
            Optional<DatedWords> span = DatedWords.of(paragraph, years).stream()
                    .filter(date -> date.words().isSpan()
                            && (date.words().isFromTo() || !isFollowedBy(date, paragraph.all(), STARTING)))
                    .findFirst();
            if (span.isPresent()) {
                return List.of(span(span.get(), paragraph.all()));
            }
        }
        return DatedSentence.of(paragraph, years).stream()
                .filter(one -> !one.isTooLong())
                .flatMap(one -> stated(one.sentence(), one.dates(), labelled).stream())
                .toList();
    }

    private Optional<Stated> stated(Span sentence, List<DatedWords> dates, boolean labelled) {
        String text = sentence.text();
        if (FilingReader.speaksOfFiling(text)) {
            return Optional.empty();
        }
        if (CAMPAIGN.stream().anyMatch(text::contains)) {
            Optional<DatedWords> span =
                    dates.stream().filter(date -> date.words().isFromTo()).findFirst();
            if (span.isPresent() && CARRIED_OUT.stream().anyMatch(text::contains)) {
                return span.map(date -> span(date, sentence));
            }
            Optional<Stated> whole = fromPrinting(sentence, dates).or(() -> fromTo(sentence, dates));
            if (whole.isPresent()) {
                return whole;
            }
        } else if (!labelled && Lasting.in(text).isEmpty()) {
            return Optional.empty();
        }
        return open(new OpenPeriod(sentence, dates, years, labelled), sentence);
    }

    /** A beginning, an end, or how long it lasts. */
    private Optional<Stated> open(OpenPeriod open, Span sentence) {
        Optional<ReadDate> start = open.start().or(() -> lastingFromPrinting(sentence));
        Optional<ReadDate> done = open.wholeDone();
        // 从10月份开始开展整治，年底前全部完成: the sentence is about the campaign.
        Optional<ReadDate> end = open.end().or(() -> start.isPresent() ? done : Optional.empty());
        List<ReadDate> perhaps = Stream.of(done.map(ReadDate::proposed), open.endAfter(start.orElse(null)))
                .flatMap(Optional::stream)
                .toList();
        return start.isEmpty() && end.isEmpty() && perhaps.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Stated(start.orElse(null), end.orElse(null), perhaps.isEmpty() ? null : perhaps.get(0)));
    }

    /** 自通知印发之日起，用3个月时间. */
    private Optional<ReadDate> lastingFromPrinting(Span sentence) {
        String text = sentence.text();
        return PRINTING.stream()
                .filter(word -> text.contains(word) && Lasting.in(text).isPresent())
                .findFirst()
                .map(word -> printed(word, sentence, text.indexOf(word)));
    }

    /** 自通知印发之日开展，12月底结束. */
    private Optional<Stated> fromPrinting(Span sentence, List<DatedWords> dates) {
        String text = sentence.text();
        Optional<String> printing = PRINTING.stream().filter(text::contains).findFirst();
        int place = printing.map(text::indexOf).orElse(-1);
        if (place < 0) {
            return Optional.empty();
        }
        return dates.stream()
                .filter(date -> date.words().begin() - sentence.begin() > place && isFollowedBy(date, sentence, ENDING))
                .findFirst()
                .map(date -> Stated.whole(printed(printing.orElseThrow(), sentence, place), last(date, sentence)));
    }

    /** 自3月1日开始，至11月30日结束. */
    private Optional<Stated> fromTo(Span sentence, List<DatedWords> dates) {
        boolean stated = dates.size() == 2
                && isFollowedBy(dates.get(0), sentence, STARTED)
                && isFollowedBy(dates.get(1), sentence, ENDING);
        return stated
                ? Optional.of(Stated.whole(
                        ReadDate.beginOf(dates.get(0), dates.get(0).day(null), sentence), last(dates.get(1), sentence)))
                : Optional.empty();
    }

    private static boolean isFollowedBy(DatedWords date, Span sentence, List<String> words) {
        String behind = sentence.paragraph().text().substring(date.words().end(), sentence.end());
        return words.stream().anyMatch(behind::startsWith);
    }

    private Stated span(DatedWords date, Span sentence) {
        Day day = date.day(null);
        boolean fromPrinting = date.words().opening() == DateWords.Opening.PRINTING;
        ReadDate start = fromPrinting
                ? printed("即日起", sentence, date.words().begin() - sentence.begin())
                : ReadDate.firstOf(date, day, sentence);
        return Stated.whole(start, ReadDate.of(date, day, sentence));
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
