package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a beginning or an end of the campaign that a sentence says by itself: 从2021年10月份开始，用3个月时间…; 专项行动12月底结束. What is
 * said of something else (动员会, 整治方案), or happened before the notice, is none.
 */
final class OpenPeriod {

    private static final List<String> ACTION = List.of("行动", "整治", "活动");
    private static final List<String> STARTING = List.of("开始", "启动", "起");
    private static final List<String> WHOLE = List.of("全部完成", "全面完成", "全部结束");
    private static final List<String> ENDING =
            List.of("全部完成", "全面完成", "全部结束", "结束", "截止", "完成。", "完成，", "完成；", "止。", "止，");
    private static final List<String> ONLY_A_PART =
            List.of("会", "阶段", "自查", "动员", "部署", "培训", "方案", "台账", "排查", "评估", "验收", "总结", "问题", "清单");
    private static final List<String> HISTORY = List.of("开展了", "以来", "已经", "开展过");

    private final Span sentence;
    private final String text;
    private final Clauses clauses;
    private final List<DatedWords> dates;
    private final Years years;
    private final boolean labelled;

    /** @param labelled whether a label says that it is about when the campaign is */
    OpenPeriod(Span sentence, List<DatedWords> dates, Years years, boolean labelled) {
        this.sentence = sentence;
        this.text = sentence.text();
        this.clauses = new Clauses(text);
        this.dates = dates;
        this.years = years;
        this.labelled = labelled;
    }

    /** Where the campaign begins. */
    Optional<ReadDate> start() {
        return HISTORY.stream().anyMatch(text::contains)
                ? Optional.empty()
                : dates.stream()
                        .filter(date -> date.words().isPlain()
                                && STARTING.stream().anyMatch(behind(date)::startsWith)
                                && isNoHistory(date))
                        .findFirst()
                        .filter(this::isOfCampaign)
                        .map(date -> ReadDate.beginOf(date, date.day(null), sentence));
    }

    private boolean isOfCampaign(DatedWords date) {
        if (labelled || Lasting.in(text).isPresent()) {
            return true;
        }
        String ahead = before(date);
        int carriedOut = behind(date).indexOf("开展");
        return text.indexOf('每') < 0
                && (isAction(ahead)
                        || (carriedOut >= 0
                                && ACTION.stream().anyMatch(behind(date).substring(carriedOut)::contains)));
    }

    /** No campaign begins in a year before that of its notice. */
    private boolean isNoHistory(DatedWords date) {
        @Nullable Integer written = date.words().year();
        return written == null
                || years.candidates().isEmpty()
                || written >= years.candidates().get(0).year();
    }

    /** Where the campaign ends, said of it. */
    Optional<ReadDate> end() {
        return dates.stream()
                .filter(date -> !date.words().isFromTo()
                        && ENDING.stream().anyMatch(behind(date)::startsWith)
                        && isAction(before(date)))
                .findFirst()
                .map(date -> ReadDate.of(date, date.day(null), sentence));
    }

    /** A day by which all is done; whether all is the whole campaign, only the rest of the sentence can tell. */
    Optional<ReadDate> wholeDone() {
        return dates.stream()
                .filter(date -> date.words().before()
                        && WHOLE.stream().anyMatch(behind(date)::startsWith)
                        && ONLY_A_PART.stream().noneMatch(before(date)::contains))
                .findFirst()
                .map(date -> ReadDate.of(date, date.day(null), sentence))
                .filter(date -> date.value() != null);
    }

    /** Where it ends by how long it lasts. */
    Optional<ReadDate> endAfter(@Nullable ReadDate start) {
        LocalDate first = start == null ? null : start.value();
        return first == null
                ? Optional.empty()
                : Lasting.in(text).map(lasting -> {
                    Quote quote = Quote.of(sentence, sentence.begin() + lasting.begin());
                    return new ReadDate(
                            lasting.lastFrom(first),
                            text.substring(lasting.begin(), lasting.end()),
                            Mark.PROPOSED,
                            start.yearFrom(),
                            null,
                            quote.line(),
                            quote.sentence());
                });
    }

    private static boolean isAction(String words) {
        String bare = FilingWord.without(words);
        return ACTION.stream().anyMatch(bare::contains) && ONLY_A_PART.stream().noneMatch(words::contains);
    }

    /** What stands before it in its clause. */
    private String before(DatedWords date) {
        int begin = date.words().begin() - sentence.begin();
        return text.substring(clauses.begin(clauses.at(begin)), begin);
    }

    private String behind(DatedWords date) {
        return text.substring(date.words().end() - sentence.begin());
    }
}
