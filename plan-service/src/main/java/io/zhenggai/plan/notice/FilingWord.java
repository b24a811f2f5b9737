package io.zhenggai.plan.notice;

import io.zhenggai.plan.obligation.ObligationCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What offices are told to file, by the words for it; what has no code cannot be kept on the board yet. */
enum FilingWord {
    /** A plan of what is to be done. */
    PLAN(ObligationCode.PLAN, "整改方案", "实施方案", "工作方案", "整治方案", "提升方案", "行动方案", "落实方案", "整改计划", "实施计划", "工作计划"),
    /** A report on what was done, at the end. */
    SUMMARY(ObligationCode.SUMMARY_REPORT, "总结报告", "工作总结", "书面总结", "专项总结", "总结材料", "情况总结"),
    /** Everything else that is commonly asked for. */
    OTHER(
            null, "自查情况报告", "整改情况报告", "落实情况报告", "工作情况报告", "进展情况报告", "自查报告", "整改报告", "工作报告", "情况报告", "进展报告", "自查情况",
            "进展情况", "落实情况", "整改情况", "问题台账", "整改台账", "工作台账", "问题清单", "任务清单", "责任清单", "整改清单", "典型案例", "经验做法", "联络员名单",
            "联系人名单", "统计表", "汇总表", "信息表", "登记表");

    /** By their first character, the longest first. */
    private static final Map<Character, List<Word>> WORDS = Arrays.stream(values())
            .flatMap(kind -> kind.words.stream().map(text -> new Word(kind, text)))
            .sorted(Comparator.comparing((Word word) -> word.text().length()).reversed())
            .collect(Collectors.groupingBy(word -> word.text().charAt(0)));

    private final @Nullable ObligationCode code;
    private final List<String> words;

    FilingWord(@Nullable ObligationCode code, String... words) {
        this.code = code;
        this.words = Stream.of(words).toList();
    }

    Optional<ObligationCode> code() {
        return Optional.ofNullable(code);
    }

    /** A word and what it means. */
    record Word(FilingWord kind, String text) {}

    /** @return a text without these words, whose parts are words of other kinds: 整改方案 is no 整改 */
    static String without(String text) {
        StringBuilder rest = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            Optional<Word> word = at(text, at);
            if (word.isPresent()) {
                at += word.get().text().length() - 1;
            } else {
                rest.append(text.charAt(at));
            }
        }
        return rest.toString();
    }

    /** @return the longest word that stands at a place */
    static Optional<Word> at(String text, int place) {
        return WORDS.getOrDefault(text.charAt(place), List.of()).stream()
                .filter(word -> text.startsWith(word.text(), place))
                .findFirst();
    }
}
