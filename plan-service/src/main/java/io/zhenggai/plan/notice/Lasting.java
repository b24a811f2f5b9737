package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Blanks;
import io.zhenggai.plan.notice.text.Numerals;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * How long something lasts: 用3个月时间, 为期两个月, 用半年时间. What lasts 3个月左右 is not among them.
 *
 * @param begin its place in the sentence
 * @param end behind it
 */
record Lasting(int begin, int end, Period length) {

    private static final List<String> OPENINGS = List.of("利用", "为期", "历时", "用");
    private static final List<String> UNITS = List.of("个月", "年", "天", "周");
    private static final List<String> NOT_ABOUT = List.of("左右", "上下", "以上", "多");
    private static final int MOST = 400;

    /** @return the first that a sentence holds */
    static Optional<Lasting> in(String text) {
        for (int at = 0; at < text.length(); at++) {
            Optional<Lasting> found = at(text, at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Lasting> at(String text, int begin) {
        if ("利为历用".indexOf(text.charAt(begin)) < 0) {
            return Optional.empty();
        }
        Optional<String> opening =
                OPENINGS.stream().filter(word -> text.startsWith(word, begin)).findFirst();
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        int number = skipBlank(text, begin + opening.get().length());
        int behind = endOfNumber(text, number);
        int unit = skipBlank(text, behind);
        int count = count(text, number, behind);
        return UNITS.stream()
                .filter(word -> count > 0 && count <= MOST && text.startsWith(word, unit))
                .findFirst()
                .filter(word -> NOT_ABOUT.stream().noneMatch(about -> text.startsWith(about, unit + word.length())))
                .map(word -> new Lasting(
                        begin, endOfWords(text, unit + word.length()), length(text.charAt(number), count, word)));
    }

    private static int skipBlank(String text, int at) {
        return at < text.length() && Blanks.isBlank(text.charAt(at)) ? at + 1 : at;
    }

    /** 两 and 半 are numbers here. */
    private static int endOfNumber(String text, int begin) {
        return begin < text.length() && "两半".indexOf(text.charAt(begin)) >= 0
                ? begin + 1
                : Numerals.endOfRun(text, begin);
    }

    private static int count(String text, int begin, int end) {
        if (begin >= end) {
            return 0;
        }
        return switch (text.charAt(begin)) {
            case '两' -> 2;
            case '半' -> text.startsWith("年", end) ? 6 : 0;
            default -> Numerals.read(text, begin, end).orElse(0);
        };
    }

    private static Period length(char number, int count, String unit) {
        return switch (unit) {
            case "个月" -> Period.ofMonths(count);
            case "年" -> number == '半' ? Period.ofMonths(count) : Period.ofYears(count);
            case "周" -> Period.ofWeeks(count);
            default -> Period.ofDays(count);
        };
    }

    private static int endOfWords(String text, int end) {
        return List.of("的时间", "时间").stream()
                .filter(word -> text.startsWith(word, end))
                .findFirst()
                .map(word -> end + word.length())
                .orElse(end);
    }

    /** @return the last day of what begins on that one */
    LocalDate lastFrom(LocalDate first) {
        return first.plus(length).minusDays(1);
    }
}
