package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.text.Span;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from one sentence what is to be filed: a verb of filing (报送, 上报, 报省…), a word for what is filed, and the day. What
 * stands in brackets tells what a report contains, and what stands behind 根据 or 按照 is no order.
 */
final class FilingReader {

    private static final List<String> VERBS =
            List.of("报送", "上报", "呈报", "提交", "报省", "报我", "报至", "报市", "报厅", "报局", "报州", "报本", "报备", "报领导");
    private static final String NO_VERB_BEHIND = "通简汇申填情海日周月快";
    private static final List<String> REFERENCES = List.of("根据", "按照", "依据", "对照", "结合", "围绕", "参照");
    private static final List<String> RECURRING = List.of("每月", "每周", "每季度", "每两月", "每半月", "每旬", "每日", "定期");

    private static final String PART_ENDS = "，,；：。";

    private final Span sentence;
    private final String text;
    private final List<DatedWords> dates;

    private FilingReader(Span sentence, List<DatedWords> dates) {
        this.sentence = sentence;
        this.text = sentence.text();
        this.dates = dates;
    }

    /** Whether a sentence speaks of filing at all. */
    static boolean speaksOfFiling(String text) {
        return VERBS.stream().anyMatch(verb -> findVerb(text, verb));
    }

    /** Whether a sentence asks for something again and again, which is no single obligation. */
    static boolean isRecurring(String text) {
        return RECURRING.stream().anyMatch(text::contains);
    }

    /**
     * @param dates those of the sentence
     * @param notBefore no day of filing lies before this one, unless its year is written
     */
    static List<ReadDemand> read(Span sentence, List<DatedWords> dates, @Nullable LocalDate notBefore) {
        return new FilingReader(sentence, dates).read(notBefore);
    }

    private static boolean findVerb(String text, String verb) {
        for (int at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + 1)) {
            if (at == 0
                    || !verb.startsWith("报")
                    || verb.equals("报送")
                    || NO_VERB_BEHIND.indexOf(text.charAt(at - 1)) < 0) {
                return true;
            }
        }
        return false;
    }

    private List<ReadDemand> read(@Nullable LocalDate notBefore) {
        List<ReadDemand> demands = new ArrayList<>();
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += "（(".indexOf(c) >= 0 ? 1 : "）)".indexOf(c) >= 0 ? -1 : 0;
            Optional<FilingWord.Word> word = depth > 0 ? Optional.empty() : FilingWord.at(text, at);
            if (word.isPresent()) {
                if (!isReference(at) && isFiled(word.get(), at)) {
                    demands.add(demand(word.get(), at, notBefore));
                }
                at += word.get().text().length() - 1;
            }
        }
        return demands;
    }

    private boolean isReference(int place) {
        String before = text.substring(partBegin(place), place);
        return REFERENCES.stream().anyMatch(before::contains);
    }

    /** Plans and reports are named in one part of a sentence and filed in another; of the rest each must stand by the verb. */
    private boolean isFiled(FilingWord.Word word, int place) {
        int behind = place + word.text().length();
        if (text.startsWith("的", behind) || text.startsWith("进行", behind) || text.startsWith("开展", behind)) {
            return false;
        }
        int end = behind;
        while (end < text.length() && PART_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return word.kind() != FilingWord.OTHER || speaksOfFiling(text.substring(partBegin(place), end));
    }

    private int partBegin(int place) {
        int begin = place;
        while (begin > 0 && PART_ENDS.indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        return begin;
    }

    private ReadDemand demand(FilingWord.Word word, int place, @Nullable LocalDate notBefore) {
        Optional<DatedWords> date = dateFor(place);
        Optional<ReadDate> deadline = date.map(found -> ReadDate.of(found, found.day(notBefore), sentence));
        Optional<ObligationCode> code = word.kind().code();
        Quote quote = Quote.of(sentence, sentence.begin() + place);
        boolean stated = code.isPresent()
                && deadline.filter(found -> found.value() != null && found.mark() == Mark.READ)
                        .isPresent();
        return new ReadDemand(
                code.orElse(null),
                ObligationKind.FILING,
                word.text(),
                code.isPresent()
                        ? ReadDemand.OwedBy.OFFICES
                        : Subject.at(text, place).orElse(null),
                deadline.orElse(null),
                stated ? Mark.READ : Mark.PROPOSED,
                quote.line(),
                quote.sentence());
    }

    /** The date in the same part of the sentence; else the nearest one before; else the nearest one behind. */
    private Optional<DatedWords> dateFor(int place) {
        Comparator<DatedWords> byDistance =
                Comparator.comparingInt(date -> Math.abs(date.words().begin() - sentence.begin() - place));
        return dates.stream()
                .filter(date -> isSamePart(date, place))
                .min(byDistance)
                .or(() -> dates.stream()
                        .filter(date -> date.words().begin() - sentence.begin() < place)
                        .min(byDistance))
                .or(() -> dates.stream().min(byDistance));
    }

    private boolean isSamePart(DatedWords date, int place) {
        int other = date.words().begin() - sentence.begin();
        return text.substring(Math.min(place, other), Math.max(place, other))
                .chars()
                .noneMatch(c -> c == '，' || c == ',');
    }
}
