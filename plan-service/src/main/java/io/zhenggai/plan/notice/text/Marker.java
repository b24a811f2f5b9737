package io.zhenggai.plan.notice.text;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The number that a line begins with.
 *
 * @param ordinal from 1
 * @param end where the text behind it begins
 */
public record Marker(Kind kind, int ordinal, int end) {

    /** The ways of numbering. */
    public enum Kind {
        /** 一、 */
        CHINESE,
        /** （一） */
        CHINESE_IN_BRACKETS,
        /** 1. */
        ARABIC,
        /** (1) or 1) */
        ARABIC_IN_BRACKETS,
        /** ① */
        CIRCLED,
        /** 第一阶段, 第1阶段, 第一步 */
        PHASE,
        /** 第一部分, 第一章 */
        PART
    }

    /** Numbers with their frame in one character, as they are picked from a symbol table. */
    private enum OneCharacter {
        CIRCLED('①', 20, Kind.CIRCLED),
        ARABIC_IN_BRACKETS('⑴', 20, Kind.ARABIC_IN_BRACKETS),
        ARABIC('⒈', 20, Kind.ARABIC),
        CHINESE_IN_BRACKETS('㈠', 10, Kind.CHINESE_IN_BRACKETS);

        private final char first;
        private final int count;
        private final Kind kind;

        OneCharacter(char first, int count, Kind kind) {
            this.first = first;
            this.count = count;
            this.kind = kind;
        }
    }

    private static final String OPENING = "（(";
    private static final String CLOSING = "）)";
    private static final String STOPS = "、.．";
    private static final int GREATEST_ORDINAL = 99;

    /** @return the number that stands at that place; empty when there is none, also for 1.5 and 2021 */
    public static Optional<Marker> at(String text, int begin) {
        if (begin >= text.length()) {
            return Optional.empty();
        }
        char first = text.charAt(begin);
        if (first == '第') {
            return named(text, begin);
        }
        for (OneCharacter run : OneCharacter.values()) {
            if (first >= run.first && first < run.first + run.count) {
                return marker(run.kind, OptionalInt.of(first - run.first + 1), text, begin + 1);
            }
        }
        return OPENING.indexOf(first) >= 0 ? bracketed(text, begin) : plain(text, begin);
    }

    private static Optional<Marker> named(String text, int begin) {
        int end = Numerals.endOfRun(text, begin + 1);
        OptionalInt ordinal = Numerals.read(text, begin + 1, end);
        if (text.startsWith("阶段", end)) {
            return marker(Kind.PHASE, ordinal, text, end + 2);
        }
        if (text.startsWith("部分", end)) {
            return marker(Kind.PART, ordinal, text, end + 2);
        }
        if (text.startsWith("章", end)) {
            return marker(Kind.PART, ordinal, text, end + 1);
        }
        return text.startsWith("步", end) && !text.startsWith("步骤", end)
                ? marker(Kind.PHASE, ordinal, text, end + 1)
                : Optional.empty();
    }

    private static Optional<Marker> bracketed(String text, int begin) {
        int end = Numerals.endOfRun(text, begin + 1);
        if (end >= text.length() || CLOSING.indexOf(text.charAt(end)) < 0) {
            return Optional.empty();
        }
        return marker(
                isArabic(text, begin + 1) ? Kind.ARABIC_IN_BRACKETS : Kind.CHINESE_IN_BRACKETS,
                Numerals.read(text, begin + 1, end),
                text,
                end + 1);
    }

    private static Optional<Marker> plain(String text, int begin) {
        int end = Numerals.endOfRun(text, begin);
        if (end == begin || end >= text.length()) {
            return Optional.empty();
        }
        OptionalInt ordinal = Numerals.read(text, begin, end);
        boolean arabic = isArabic(text, begin);
        if (arabic && CLOSING.indexOf(text.charAt(end)) >= 0) {
            return marker(Kind.ARABIC_IN_BRACKETS, ordinal, text, end + 1);
        }
        boolean stopped = STOPS.indexOf(text.charAt(end)) >= 0;
        boolean decimal = end + 1 < text.length() && Numerals.digit(text.charAt(end + 1)) >= 0;
        return stopped && !(arabic && decimal)
                ? marker(arabic ? Kind.ARABIC : Kind.CHINESE, ordinal, text, end + 1)
                : Optional.empty();
    }

    private static boolean isArabic(String text, int begin) {
        return Numerals.digit(text.charAt(begin)) >= 0;
    }

    private static Optional<Marker> marker(Kind kind, OptionalInt ordinal, String text, int end) {
        if (ordinal.isEmpty() || ordinal.getAsInt() < 1 || ordinal.getAsInt() > GREATEST_ORDINAL) {
            return Optional.empty();
        }
        int begin = end;
        while (begin < text.length() && Blanks.isBlank(text.charAt(begin))) {
            begin++;
        }
        return Optional.of(new Marker(kind, ordinal.getAsInt(), begin));
    }
}
