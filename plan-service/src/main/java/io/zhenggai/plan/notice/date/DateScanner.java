package io.zhenggai.plan.notice.date;

import io.zhenggai.plan.notice.date.DateWords.Opening;
import io.zhenggai.plan.notice.text.Blanks;
import io.zhenggai.plan.notice.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is written as a date: 2021年10月31日, ２０２１年十月三十一日, 10月31日前, 10月底, 10月上旬, 2021-10-31, and spans of such:
 * 2021年3月—4月, 3—4月, 10月20日至31日, 12月15-20日, 11月至次年2月, 即日起至11月15日. What stands within 《》 is a title and passed over.
 */
public final class DateScanner {

    private static final int LONGEST_TITLE = 100;

    private final String text;

    private DateScanner(String text) {
        this.text = text;
    }

    /** @return what was found, in order, without overlaps */
    public static List<DateWords> scan(String text) {
        return new DateScanner(text).scan();
    }

    private List<DateWords> scan() {
        List<DateWords> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<DateWords> words = at(at);
            words.ifPresent(found::add);
            at = words.isPresent() ? words.get().end() : next(at);
        }
        return found;
    }

    private int next(int at) {
        if (text.charAt(at) == '《') {
            int close = text.substring(at, Math.min(text.length(), at + LONGEST_TITLE))
                    .indexOf('》');
            return close < 0 ? at + 1 : at + close + 1;
        }
        // A run of digits is one number: no date begins in the middle of it.
        return Math.max(at + 1, Numerals.endOfRun(text, at));
    }

    private Optional<DateWords> at(int begin) {
        if (Blanks.isBlank(text.charAt(begin))) {
            // The cursor passes over blanks: the words would begin before their sentence does.
            return Optional.empty();
        }
        DateCursor cursor = new DateCursor(text, begin);
        if (cursor.take("即日起", "印发之日", "发文之日", "发布之日")) {
            return spanFromPrinting(begin, cursor);
        }
        return mayBegin(begin) ? dated(begin, cursor) : Optional.empty();
    }

    private boolean mayBegin(int at) {
        char c = text.charAt(at);
        if (c == '年') {
            // 前年底, 近年底: no year of the document.
            return at == 0 || "前往近".indexOf(text.charAt(at - 1)) < 0;
        }
        return Numerals.digit(c) >= 0 || Numerals.isChinese(c) || "今本明次翌去上".indexOf(c) >= 0;
    }

    private Optional<DateWords> spanFromPrinting(int begin, DateCursor cursor) {
        cursor.take("起");
        if (!cursor.takeConnector()) {
            return Optional.empty();
        }
        PartialDate to = point(cursor, null);
        return to == null ? Optional.empty() : words(begin, cursor, Opening.PRINTING, null, to);
    }

    private Optional<DateWords> dated(int begin, DateCursor cursor) {
        PartialDate months = monthBeforeConnector(cursor);
        PartialDate first = months == null ? point(cursor, null) : months;
        if (first == null) {
            return Optional.empty();
        }
        int endOfFirst = cursor.at();
        cursor.take("起", "开始");
        if (cursor.takeConnector()) {
            PartialDate second = point(cursor, first);
            if (second != null) {
                return words(begin, cursor, Opening.DATE, first, second);
            }
        }
        cursor.moveTo(endOfFirst);
        return words(begin, cursor, Opening.DATE, null, first);
    }

    private Optional<DateWords> words(
            int begin, DateCursor cursor, Opening opening, @Nullable PartialDate from, PartialDate to) {
        boolean approximate = cursor.takeApproximate();
        boolean before = !approximate && cursor.take("前", "之前", "以前");
        boolean recurring = begin > 0 && text.charAt(begin - 1) == '每' || begin > 1 && text.startsWith("每年", begin - 2);
        return Optional.of(new DateWords(begin, cursor.at(), opening, from, to, before, approximate, recurring));
    }

    /** The 3 of 3—4月, with or without a year before it. */
    private static @Nullable PartialDate monthBeforeConnector(DateCursor cursor) {
        int start = cursor.at();
        OptionalInt year = cursor.takeNumber(4);
        if (!(year.isPresent() && year.getAsInt() >= 1000 && cursor.take("年"))) {
            cursor.moveTo(start);
            year = OptionalInt.empty();
        }
        OptionalInt month = cursor.takeNumber(3);
        int end = cursor.at();
        boolean shortened = month.isPresent()
                && month.getAsInt() <= 12
                && cursor.takeConnector()
                && cursor.takeNumber(3).isPresent()
                && cursor.take("月");
        cursor.moveTo(shortened ? end : start);
        return shortened
                ? new PartialDate(year.isPresent() ? year.getAsInt() : null, null, month.getAsInt(), DayPart.MONTH, 0)
                : null;
    }

    /** @param first the date that a span begins with: its end may leave out the month */
    private static @Nullable PartialDate point(DateCursor cursor, @Nullable PartialDate first) {
        int start = cursor.at();
        PartialDate point = DatePoint.take(cursor, first);
        if (point == null) {
            cursor.moveTo(start);
        }
        return point;
    }
}
