package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.text.Numerals;
import io.zhenggai.plan.notice.text.Paragraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sentences with a time of which no reading came: those whose time is no single day, those that have something filed by a
 * verb that no rule knows, and, where a day is missing, those that may say it.
 */
final class UnreadTimes {

    private static final int MOST = 20;
    private static final int MOST_HINTS = 2;
    private static final List<String> AROUND_PERIOD = List.of("开始", "启动", "起", "结束", "截止", "完成");
    private static final List<String> FILED = List.of("总结", "方案", "材料", "计划", "台账", "清单", "名单");
    /** Behind one of these 报 is a part of another word. */
    private static final String NO_VERB_BEHIND = "通简汇申填情海日周月快";

    private final List<PhasePart> parts;
    private final List<Paragraph> outside;
    private final Years years;
    private final List<NotFound> unclear = new ArrayList<>();
    private final Set<String> quotedHere = new HashSet<>();

    /**
     * @param parts the parts that describe the phases
     * @param outside every other paragraph
     */
    UnreadTimes(List<PhasePart> parts, List<Paragraph> outside, Years years) {
        this.parts = parts;
        this.outside = outside;
        this.years = years;
    }

    /**
     * What is to be said of times that no reading shows.
     *
     * @param said what is said already: no sentence is quoted twice
     */
    List<NotFound> unclear(NoticeReading reading, List<NotFound> said) {
        List<String> named = Stream.concat(
                        dates(reading).filter(date -> date.value() == null).map(ReadDate::sentence),
                        said.stream().map(missing -> missing.message().zh()))
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            String field = "phases[" + i + "].demands";
            parts.get(i).paragraphs().forEach(paragraph -> look(paragraph, field, named));
        }
        outside.forEach(paragraph -> look(paragraph, "phases", named));
        return unclear;
    }

    private void look(Paragraph paragraph, String field, List<String> named) {
        for (DatedSentence one : DatedSentence.of(paragraph, years)) {
            if (unclear.size() >= MOST) {
                return;
            }
            if (!one.isTooLong() && (isUnclear(one) || isFiledOtherwise(one))) {
                quote(one, field, named);
            }
        }
    }

    private void quote(DatedSentence one, String field, List<String> named) {
        String quoted = Quote.of(one.sentence()).sentence();
        if (!quotedHere.add(quoted) || named.stream().anyMatch(words -> words.contains(quoted))) {
            return;
        }
        if (isUnclear(one)) {
            add(field, "有一处时间未能确定是哪一天", "a time could not be told as a day", quoted);
        } else {
            add(field, "有一处报送要求，未能识别报送什么", "something is to be filed, but it is not clear what", quoted);
        }
    }

    private void add(String field, String zh, String en, String sentence) {
        unclear.add(NotFound.of(field, zh + "：“" + sentence + "”", en + ": " + sentence));
    }

    private static boolean isUnclear(DatedSentence one) {
        String text = one.sentence().text();
        return UnclearTime.standsIn(text)
                || one.dates().stream().anyMatch(date -> date.words().approximate())
                || (UnclearTime.isCountedIn(text) && (FilingReader.speaksOfFiling(text) || isFiledOtherwise(text)));
    }

    private static boolean isFiledOtherwise(DatedSentence one) {
        String text = one.sentence().text();
        return !one.dates().isEmpty() && !FilingReader.speaksOfFiling(text) && isFiledOtherwise(text);
    }

    /** 报总结, 报整改方案. */
    private static boolean isFiledOtherwise(String text) {
        for (int at = text.indexOf('报'); at >= 0; at = text.indexOf('报', at + 1)) {
            int behind = at + 1;
            boolean filed = behind < text.length()
                    && (FilingWord.at(text, behind).isPresent()
                            || FILED.stream().anyMatch(word -> text.startsWith(word, behind)));
            if (filed && !isWithinWord(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** 通报, 日报; but 11月15日报 is a date and a verb. */
    private static boolean isWithinWord(String text, int at) {
        boolean dated = at > 1 && "日月".indexOf(text.charAt(at - 1)) >= 0 && isNumeral(text.charAt(at - 2));
        return at > 0 && !dated && NO_VERB_BEHIND.indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean isNumeral(char c) {
        return Numerals.digit(c) >= 0 || Numerals.isChinese(c);
    }

    /** Sentences outside the phases that may say from when until when the campaign lasts. */
    List<String> aroundPeriod() {
        return hints(
                outside,
                one -> !FilingReader.speaksOfFiling(one.sentence().text())
                        && !isFiledOtherwise(one.sentence().text())
                        && (one.dates().stream().anyMatch(date -> mayBound(date, one))
                                || Lasting.in(one.sentence().text()).isPresent()));
    }

    private static boolean mayBound(DatedWords date, DatedSentence one) {
        String behind = one.sentence()
                .text()
                .substring(date.words().end() - one.sentence().begin());
        return date.words().before()
                || date.words().isFromTo()
                || AROUND_PERIOD.stream().anyMatch(behind::startsWith);
    }

    /** Sentences of a phase that may say until when it lasts. */
    List<String> inPhase(int phase) {
        return phase >= parts.size()
                ? List.of()
                : hints(
                        parts.get(phase).paragraphs(),
                        one -> !one.dates().isEmpty()
                                || UnclearTime.standsIn(one.sentence().text()));
    }

    private List<String> hints(List<Paragraph> paragraphs, Predicate<DatedSentence> may) {
        return paragraphs.stream()
                .flatMap(paragraph -> DatedSentence.of(paragraph, years).stream())
                .filter(one -> !one.isTooLong() && may.test(one))
                .map(one -> Quote.of(one.sentence()).sentence())
                .distinct()
                .limit(MOST_HINTS)
                .toList();
    }

    private static Stream<ReadDate> dates(NoticeReading reading) {
        Stream<ReadDate> phases = reading.phases().stream()
                .flatMap(phase -> Stream.concat(
                        Stream.ofNullable(phase.deadline()),
                        phase.demands().stream().flatMap(demand -> Stream.ofNullable(demand.deadline()))));
        Stream<ReadDate> others = Stream.concat(
                Stream.concat(Stream.ofNullable(reading.start()), Stream.ofNullable(reading.end())),
                reading.demandsOutsidePhases().stream().flatMap(demand -> Stream.ofNullable(demand.deadline())));
        return Stream.concat(phases, others);
    }
}
