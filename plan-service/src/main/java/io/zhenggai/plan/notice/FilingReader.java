package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.text.Span;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from one sentence what is to be filed: a verb of filing (报送, 上报, 报省…), a word for what is filed, and the day. What
 * stands in brackets tells what a report contains, and what stands behind 根据 or 按照 is no order.
 */
final class FilingReader {

    private static final List<String> REFERENCES = List.of(
            "根据", "按照", "依据", "对照", "结合", "围绕", "参照", "落实", "执行", "贯彻", "推进", "实施", "审核", "审定", "评审", "纳入", "列入");
    /** Behind one of these the word is what is made or filed again: 结合实际制定整改方案. */
    private static final List<String> MAKERS =
            List.of("制定", "制订", "形成", "编制", "撰写", "起草", "拟定", "拟订", "提出", "完成", "报送", "上报", "提交", "将", "把");
    /** Behind the word these make it a part of something else: 整改方案落实情况. */
    private static final List<String> GOING_ON_AS = List.of(
            "的", "进行", "开展", "情况", "落实", "执行", "实施", "推进", "进展", "制定", "编制", "要求", "明确", "确定", "规定", "任务", "中", "评审",
            "审核", "初稿", "草案", "征求意见", "讨论稿", "（初稿", "（草案", "（征求意见", "(初稿", "(草案", "(征求意见");

    private static final List<String> RECURRING = List.of("每月", "每周", "每季度", "每两月", "每半月", "每旬", "每日", "定期");

    /** What stands further before a word does not govern it. */
    private static final int FURTHEST = 100;

    private static final String PART_ENDS = "，,；：。";

    private final Span span;
    private final String text;
    private final FilingSentence sentence;
    private final FilingDates dates;

    private FilingReader(Span span, List<DatedWords> dates) {
        this.span = span;
        this.text = span.text();
        this.sentence = FilingSentence.of(span, dates);
        this.dates = new FilingDates(sentence);
    }

    /** Whether a sentence speaks of filing at all. */
    static boolean speaksOfFiling(String text) {
        return !FilingVerb.in(text).isEmpty();
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

    private List<ReadDemand> read(@Nullable LocalDate notBefore) {
        return sentence.words().stream()
                .filter(word -> !isReference(word.begin()) && isFiled(word))
                .map(word -> demand(word, notBefore))
                .toList();
    }

    private boolean isReference(int place) {
        String before = text.substring(Math.max(partBegin(place), place - FURTHEST), place);
        int reference = last(before, REFERENCES);
        return reference >= 0 && reference > last(before, MAKERS);
    }

    /** @return where the last of the words stands; what only describes another word (报送的, 制定的) does not count */
    private static int last(String text, List<String> words) {
        int last = -1;
        for (String word : words) {
            int at = text.lastIndexOf(word);
            if (!text.startsWith("的", at + word.length())) {
                last = Math.max(last, at);
            }
        }
        return last;
    }

    /** Plans and reports are named in one part of a sentence and filed in a later one; of the rest each must stand by the verb. */
    private boolean isFiled(FilingSentence.Found word) {
        int behind = word.end();
        while (behind < text.length() && "》”".indexOf(text.charAt(behind)) >= 0) {
            behind++;
        }
        int rest = behind;
        if (GOING_ON_AS.stream().anyMatch(more -> text.startsWith(more, rest))) {
            return false;
        }
        int begin = partBegin(word.begin());
        int end = partEnd(word.end());
        return sentence.verbs().stream()
                .anyMatch(verb ->
                        verb.begin() >= begin && (word.word().kind() != FilingWord.OTHER || verb.begin() < end));
    }

    private int partBegin(int place) {
        int begin = place;
        while (begin > 0 && PART_ENDS.indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        return begin;
    }

    private int partEnd(int place) {
        int end = place;
        while (end < text.length() && PART_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private ReadDemand demand(FilingSentence.Found word, @Nullable LocalDate notBefore) {
        Optional<ReadDate> deadline = dates.of(word).map(found -> deadline(found, notBefore));
        FilingDebtor debtor = sentence.debtor(word);
        Optional<ObligationCode> code = word.word().kind().code().filter(found -> debtor != FilingDebtor.OTHERS);
        Quote quote = Quote.of(span, span.begin() + word.begin());
        boolean stated = code.isPresent()
                && debtor == FilingDebtor.OFFICES
                && deadline.filter(found -> found.value() != null && found.mark() == Mark.READ)
                        .isPresent();
        return new ReadDemand(
                code.orElse(null),
                ObligationKind.FILING,
                word.word().text(),
                code.isPresent()
                        ? ReadDemand.OwedBy.OFFICES
                        : Subject.at(text, word.begin())
                                .filter(subject ->
                                        debtor != FilingDebtor.OTHERS || subject == ReadDemand.OwedBy.PROVINCE)
                                .orElse(null),
                deadline.orElse(null),
                stated ? Mark.READ : Mark.PROPOSED,
                quote.line(),
                quote.sentence());
    }

    private ReadDate deadline(FilingDates.Due due, @Nullable LocalDate notBefore) {
        ReadDate read = ReadDate.of(due.date(), due.date().day(notBefore), span);
        return due.stated() ? read : read.proposed();
    }
}
