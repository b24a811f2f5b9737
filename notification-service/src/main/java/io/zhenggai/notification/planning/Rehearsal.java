package io.zhenggai.notification.planning;

import io.zhenggai.kit.calendar.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Shows what would go out, and sends nothing. */
public final class Rehearsal {

    private final ReminderPlanner planner;
    private final ReminderSchedule schedule;

    public Rehearsal(ReminderPlanner planner, ReminderSchedule schedule) {
        this.planner = planner;
        this.schedule = schedule;
    }

    /**
     * The messages of the days from {@code from} to {@code to}, both included, if nothing that is owed now were done in the
     * meantime and nothing new came. Days before today have none: what went out then is recorded, not rehearsed. Today is
     * shown from {@code now} on.
     *
     * @throws IllegalArgumentException when {@code to} lies before {@code from}
     */
    public List<ReminderMessage> messages(
            LocalDate from,
            LocalDate to,
            Collection<Owed> stillOwed,
            ReminderHistory history,
            Contacts contacts,
            Instant now) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from: %s, %s".formatted(from, to));
        }
        List<ReminderMessage> messages = new ArrayList<>();
        ReminderHistory soFar = history;
        for (LocalDate day = BusinessTime.dateOf(now); !day.isAfter(to); day = day.plusDays(1)) {
            Instant sending = schedule.sendingMoment(day);
            DueReminders due = planner.due(stillOwed, soFar, contacts, now.isAfter(sending) ? now : sending);
            if (!day.isBefore(from)) {
                messages.addAll(due.messages());
            }
            soFar = soFar.nextMorning(due);
        }
        return messages;
    }
}
