package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DateWords;
import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.date.Day;
import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.text.LineShape;
import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the phases from the parts that describe them. A phase lasts until what its label 时间节点 says; else until the end of
 * the period in its heading; else, as a proposal, until the last day by which anything in it is to be done.
 */
final class PhaseReader {

    private final @Nullable ReadDate printedOn;
    private Years years;
    private @Nullable LocalDate before;

    private PhaseReader(SheetDates dates) {
        this.printedOn = dates.printedOn();
        this.years = dates.years();
    }

    /** @param dates what dates without a year may take; the phase before may offer one, too */
    static List<ReadPhase> read(List<PhasePart> parts, SheetDates dates) {
        PhaseReader reader = new PhaseReader(dates);
        return parts.stream().map(reader::read).toList();
    }

    private ReadPhase read(PhasePart part) {
        PhaseHeading heading =
                PhaseHeading.of(part.heading(), dates(part.heading().paragraph()));
        Optional<Span> name = heading.name();
        Span sentence = Sentences.at(part.heading().paragraph(), part.heading().begin());
        Optional<Dated> stated = labelled(part)
                .or(() -> heading.period().map(period -> dated(period, sentence, false)))
                .or(() -> lastToBeDone(part));
        stated.ifPresent(this::goOn);
        return new ReadPhase(
                part.ordinal(),
                name.map(found -> Read.read(found.text(), Quote.of(sentence))).orElse(null),
                PhaseKinds.of(name.map(Span::text).orElse(""), Quote.of(sentence)),
                stated.flatMap(this::from).orElse(null),
                stated.map(Dated::last).orElse(null),
                List.of());
    }

    /** A date with the day that it means. */
    private record Dated(DatedWords words, Day day, Span sentence, boolean proposed) {
        ReadDate last() {
            ReadDate read = ReadDate.of(words, day, sentence);
            return proposed ? read.proposed() : read;
        }
    }

    private Optional<ReadDate> from(Dated dated) {
        if (dated.day().from() == null) {
            return Optional.empty();
        }
        ReadDate first = ReadDate.firstOf(dated.words(), dated.day(), dated.sentence());
        // 即日起 is as sure as the day of printing.
        boolean sure = dated.words().words().opening() == DateWords.Opening.DATE
                || (printedOn != null && printedOn.mark() == Mark.READ);
        return Optional.of(sure ? first : first.proposed());
    }

    private Dated dated(DatedWords words, Span sentence, boolean proposed) {
        return new Dated(words, words.day(before), sentence, proposed);
    }

    /** What comes after a phase lies not before it, and in its year where nothing else is said. */
    private void goOn(Dated dated) {
        dated.day().known().ifPresent(day -> {
            before = day;
            years = years.afterPhase(dated.words().words().year() == null ? null : day.getYear());
        });
    }

    private List<DatedWords> dates(Paragraph paragraph) {
        return DatedWords.of(paragraph, years);
    }

    /** 时间节点：10月31日前 by itself or behind the name, or a line that is a bracket with the period and nothing else. */
    private Optional<Dated> labelled(PhasePart part) {
        return part.paragraphs().stream()
                .flatMap(paragraph -> DatedSentence.of(paragraph, years).stream())
                .filter(one -> !one.isTooLong()
                        && !one.dates().isEmpty()
                        && saysWhen(one.sentence().text()))
                .findFirst()
                .map(one -> dated(one.dates().get(0), one.sentence(), false));
    }

    private static boolean saysWhen(String sentence) {
        int label = LineShape.label(sentence);
        boolean bracket = sentence.startsWith("（") || sentence.startsWith("(");
        int close = bracket ? Math.max(sentence.indexOf('）'), sentence.indexOf(')')) : -1;
        return (label > 0 && sentence.substring(0, label).contains("时")) || (bracket && close == sentence.length() - 1);
    }

    private Optional<Dated> lastToBeDone(PhasePart part) {
        Optional<Dated> latest = Optional.empty();
        for (Paragraph paragraph : part.paragraphs()) {
            Optional<DatedWords> words = dates(paragraph).stream()
                    .filter(one -> one.words().before() || one.words().isSpan())
                    .filter(one -> one.day(before).known().isPresent())
                    .max(Comparator.comparing(one -> one.day(before).known().orElseThrow()));
            Optional<Dated> candidate = words.map(
                    found -> dated(found, Sentences.at(paragraph, found.words().begin()), true));
            if (candidate.isPresent()
                    && latest.filter(other -> !isLater(candidate.get(), other)).isEmpty()) {
                latest = candidate;
            }
        }
        return latest;
    }

    private static boolean isLater(Dated one, Dated other) {
        return one.day().known().orElseThrow().isAfter(other.day().known().orElseThrow());
    }
}
