package io.zhenggai.kit.calendar;

import io.zhenggai.kit.reference.ReferenceRow;
import io.zhenggai.kit.reference.ReferenceTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The working days of public offices: Monday to Friday, but for the holidays and make-up working days that the State
 * Council announces year by year.
 *
 * <p>The announced years are known ({@link #covers}). A date of any other year is still answered, as Monday to Friday:
 * a deadline in a year not yet announced must be countable, and the answer may change once the year is announced.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class WorkingCalendar {

    private static final String RESOURCE = "/china-working-days.csv";
    private static final String[] COLUMNS = {"date", "kind", "name"};

    private final Map<LocalDate, DayKind> announced;
    private final Set<Integer> years;

    private WorkingCalendar(Map<LocalDate, DayKind> announced) {
        this.announced = Map.copyOf(announced);
        this.years = announced.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
    }

    /** The calendar of China as shipped with the project ({@code data/china-working-days.csv}). */
    public static WorkingCalendar ofChina() {
        return of(ReferenceTable.ofResource(RESOURCE, COLUMNS));
    }

    /**
     * A calendar from the lines of a table with the columns {@code date,kind,name}.
     *
     * @param source what to call the table in messages
     * @throws IllegalArgumentException when a row is wrong, naming line and field: no date, unknown kind, a day named
     *     twice, or a make-up working day from Monday to Friday
     */
    public static WorkingCalendar ofLines(String source, List<String> lines) {
        return of(ReferenceTable.ofLines(source, lines, COLUMNS));
    }

    private static WorkingCalendar of(ReferenceTable table) {
        Map<LocalDate, DayKind> announced = new HashMap<>();
        for (ReferenceRow row : table.rows()) {
            LocalDate date = row.date("date");
            DayKind kind = row.constant("kind", DayKind.class);
            row.text("name");
            if (kind == DayKind.MAKE_UP_WORKDAY && !isWeekend(date)) {
                throw row.wrong("kind", date + " is a " + date.getDayOfWeek() + ", worked anyway");
            }
            if (announced.put(date, kind) != null) {
                throw row.wrong("date", date + " is named twice");
            }
        }
        return new WorkingCalendar(announced);
    }

    /** Whether holidays and make-up days of the year are known, that is, whether the table names a day of it. */
    public boolean covers(int year) {
        return years.contains(year);
    }

    /** Whether offices work on that day. */
    public boolean isWorkingDay(LocalDate date) {
        DayKind kind = announced.get(date);
        return kind == null ? !isWeekend(date) : kind == DayKind.MAKE_UP_WORKDAY;
    }

    /** The date itself when it is a working day, otherwise the last working day before it. */
    public LocalDate onOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The date itself when it is a working day, otherwise the first working day after it. */
    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * The n-th working day after a date; the date itself is never counted, be it a working day or not. So a limit of 2
     * working days that begins on Friday 2021-10-29 ends with Tuesday 2021-11-02.
     *
     * @param days from 0; 0 gives the date itself, also when it is not a working day
     */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative: " + days);
        }
        LocalDate day = date;
        for (int left = days; left > 0; left--) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /**
     * How many working days lie after the first date, up to and including the second: the inverse of {@link
     * #plusWorkingDays}. Negative, with the dates changing places, when the second date is the earlier one.
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return Math.toIntExact(from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count());
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
