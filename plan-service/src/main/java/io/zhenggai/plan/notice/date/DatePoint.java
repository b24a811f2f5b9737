package io.zhenggai.plan.notice.date;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads one date at a cursor. */
final class DatePoint {

    private static final int LEAST_YEAR = 1000;

    private DatePoint() {}

    /**
     * @param first the date that a span begins with, whose month a day by itself belongs to; null when this one begins it
     * @return null when no date is written there; the cursor is then anywhere
     */
    static @Nullable PartialDate take(DateCursor cursor, @Nullable PartialDate first) {
        int start = cursor.at();
        PartialDate separated = separated(cursor);
        if (separated != null) {
            return separated;
        }
        cursor.moveTo(start);
        if (cursor.take("年底", "年末")) {
            return new PartialDate(null, null, 12, DayPart.END, 0);
        }
        Integer relative = relativeYear(cursor);
        Integer year = relative == null ? year(cursor) : null;
        if ((relative != null || year != null) && cursor.take("年底", "年末", "底", "末")) {
            return new PartialDate(year, relative, 12, DayPart.END, 0);
        }
        OptionalInt number = cursor.takeNumber(3);
        if (number.isEmpty()) {
            return null;
        }
        if (cursor.take("月份", "月")) {
            return withinMonth(cursor, year, relative, number.getAsInt());
        }
        return first != null && first.part() == DayPart.DAY && cursor.take("日", "号")
                ? new PartialDate(null, null, first.month(), DayPart.DAY, number.getAsInt())
                : null;
    }

    private static @Nullable PartialDate separated(DateCursor cursor) {
        OptionalInt year = cursor.takeNumber(4);
        if (year.isEmpty() || year.getAsInt() < LEAST_YEAR || !cursor.takeSeparator()) {
            return null;
        }
        OptionalInt month = cursor.takeNumber(2);
        if (month.isEmpty() || !cursor.takeSeparator()) {
            return null;
        }
        OptionalInt day = cursor.takeNumber(2);
        return day.isEmpty()
                ? null
                : new PartialDate(year.getAsInt(), null, month.getAsInt(), DayPart.DAY, day.getAsInt());
    }

    private static @Nullable Integer relativeYear(DateCursor cursor) {
        if (cursor.take("今年", "本年")) {
            return 0;
        }
        if (cursor.take("去年", "上年")) {
            return -1;
        }
        return cursor.take("明年", "次年", "翌年") ? Integer.valueOf(1) : null;
    }

    private static @Nullable Integer year(DateCursor cursor) {
        int start = cursor.at();
        OptionalInt year = cursor.takeNumber(4);
        if (year.isPresent() && year.getAsInt() >= LEAST_YEAR && cursor.take("年")) {
            return year.getAsInt();
        }
        cursor.moveTo(start);
        return null;
    }

    /** Whether the day of a span's end, with its 日, follows: 12月15-20日, 12月15-12月20日. The cursor stays. */
    private static boolean isShortened(DateCursor cursor) {
        int start = cursor.at();
        boolean shortened = cursor.takeConnector()
                && cursor.takeNumber(3).isPresent()
                && (cursor.take("日", "号")
                        || (cursor.take("月") && cursor.takeNumber(3).isPresent() && cursor.take("日", "号")));
        cursor.moveTo(start);
        return shortened;
    }

    private static @Nullable PartialDate withinMonth(
            DateCursor cursor, @Nullable Integer year, @Nullable Integer relative, int month) {
        if (cursor.take("上旬")) {
            return new PartialDate(year, relative, month, DayPart.FIRST_TEN_DAYS, 0);
        }
        if (cursor.take("中旬")) {
            return new PartialDate(year, relative, month, DayPart.SECOND_TEN_DAYS, 0);
        }
        if (cursor.take("下旬")) {
            return new PartialDate(year, relative, month, DayPart.REST, 0);
        }
        if (cursor.take("底", "末")) {
            return new PartialDate(year, relative, month, DayPart.END, 0);
        }
        if (cursor.take("初", "中")) {
            // No day is meant by it that everybody would agree on.
            return null;
        }
        if (!cursor.isAtNumber()) {
            return new PartialDate(year, relative, month, DayPart.MONTH, 0);
        }
        OptionalInt day = cursor.takeNumber(3);
        return day.isPresent() && (cursor.take("日", "号") || isShortened(cursor))
                ? new PartialDate(year, relative, month, DayPart.DAY, day.getAsInt())
                : null;
    }
}
