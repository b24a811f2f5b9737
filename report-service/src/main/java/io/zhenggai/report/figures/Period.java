package io.zhenggai.report.figures;

import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A period of days, and the day on which its issues are judged.
 *
 * @param from the first day
 * @param to the last day, included
 * @param judgedOn its last day, or today where that is earlier: what happened later does not count, so that an earlier period has
 *     no more time for its close-outs than a later one
 */
public record Period(LocalDate from, LocalDate to, LocalDate judgedOn) {

    /** @throws Refusal when it ends before it begins or lasts longer than a year: the periods compared would overlap */
    static Period of(LocalDate from, LocalDate to, LocalDate today) {
        if (to.isBefore(from)) {
            throw Refusal.invalid("to", "不能早于起始日期", "must not be before from");
        }
        if (!to.isBefore(from.plusYears(1))) {
            throw Refusal.invalid("to", "比较的时段最长一年", "the period compared is at most a year");
        }
        return between(from, to, today);
    }

    /** @return the period that this one is compared with */
    Period before(ComparedWith with, LocalDate today) {
        return switch (with) {
            case PRECEDING -> preceding(today);
            case YEAR_BEFORE -> yearBefore(today);
        };
    }

    /** Of whole months as many whole months, otherwise as many days. */
    private Period preceding(LocalDate today) {
        LocalDate last = from.minusDays(1);
        if (isWholeMonths()) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
            return between(from.minusMonths(months), last, today);
        }
        return between(last.minusDays(ChronoUnit.DAYS.between(from, to)), last, today);
    }

    /** February of a leap year has 29 days: a whole month stays a whole one. */
    private Period yearBefore(LocalDate today) {
        LocalDate last = isWholeMonths() ? YearMonth.from(to).minusYears(1).atEndOfMonth() : to.minusYears(1);
        return between(from.minusYears(1), last, today);
    }

    private boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    }

    private static Period between(LocalDate from, LocalDate to, LocalDate today) {
        return new Period(from, to, to.isBefore(today) ? to : today);
    }
}
