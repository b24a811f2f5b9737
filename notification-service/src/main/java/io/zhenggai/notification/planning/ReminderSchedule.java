package io.zhenggai.notification.planning;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** On which days a deadline is reminded of. */
public final class ReminderSchedule {

    private final ReminderRules rules;
    private final WorkingCalendar calendar;

    public ReminderSchedule(ReminderRules rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /**
     * The moments of a deadline, first to last. One that falls on a day off moves to the working day before; of those that
     * meet on a day only the one nearest to the deadline stays; those before {@link Deadline#since} are left out.
     */
    public SortedMap<ReminderOffset, Instant> momentsOf(Deadline deadline) {
        SortedMap<ReminderOffset, Instant> moments = new TreeMap<>();
        daysBefore(deadline.dueOn()).forEach((day, offset) -> moments.put(offset, sendingMoment(day)));
        moments.values().removeIf(moment -> moment.isBefore(deadline.since()));

        LocalDate owedFrom = BusinessTime.dateOf(deadline.since());
        LocalDate overdueFrom = owedFrom.isAfter(deadline.dueOn()) ? owedFrom : deadline.dueOn();
        Stream.of(rules.contactAfter(), rules.headAfter(), rules.slipAfter(), rules.circularAfter())
                .forEach(days -> moments.put(
                        ReminderOffset.workingDaysAfter(days),
                        sendingMoment(calendar.plusWorkingDays(overdueFrom, days))));
        return moments;
    }

    private Map<LocalDate, ReminderOffset> daysBefore(LocalDate dueOn) {
        Map<LocalDate, ReminderOffset> nearestByDay = new LinkedHashMap<>();
        for (int days : rules.daysBefore()) {
            nearestByDay.put(calendar.onOrBefore(dueOn.minusDays(days)), ReminderOffset.daysBefore(days));
        }
        return nearestByDay;
    }

    /** From when on messages leave on a day. */
    public Instant sendingMoment(LocalDate day) {
        return BusinessTime.at(day, rules.sendAt());
    }

    /**
     * The latest deadline that may be reminded of by the end of a day: what is due later need not be loaded. It is also the
     * bound up to which a message lists what else is owed.
     */
    public LocalDate latestDueOn(LocalDate today) {
        return calendar.plusWorkingDays(today, 1)
                .minusDays(1)
                .plusDays(rules.daysBefore().get(0));
    }
}
