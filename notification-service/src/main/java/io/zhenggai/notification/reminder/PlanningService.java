package io.zhenggai.notification.reminder;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.notification.dispatch.Dispatches;
import io.zhenggai.notification.dispatch.NewDispatch;
import io.zhenggai.notification.owed.OwedTable;
import io.zhenggai.notification.planning.DueReminders;
import io.zhenggai.notification.planning.ReminderKey;
import io.zhenggai.notification.planning.ReminderPlanner;
import io.zhenggai.notification.planning.ReminderSchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One run: what is due becomes rows. At most a dozen statements, however many messages there are. */
@ApplicationScoped
class PlanningService {

    private final PlanningState state;
    private final OwedTable owed;
    private final Situations situations;
    private final ReminderTable reminders;
    private final Dispatches dispatches;
    private final ReminderPlanner planner;
    private final ReminderSchedule schedule;
    private final ReminderSettings settings;
    private final Ids ids;
    private final Clock clock;

    PlanningService(
            PlanningState state,
            OwedTable owed,
            Situations situations,
            ReminderTable reminders,
            Dispatches dispatches,
            ReminderPlanner planner,
            ReminderSchedule schedule,
            ReminderSettings settings,
            Ids ids,
            Clock clock) {
        this.state = state;
        this.owed = owed;
        this.situations = situations;
        this.reminders = reminders;
        this.dispatches = dispatches;
        this.planner = planner;
        this.schedule = schedule;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return whether something may be due that no run has seen; never before the sending time of the day */
    boolean isRunNeeded() {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        return !now.isBefore(schedule.sendingMoment(today)) && state.isRunNeeded(today);
    }

    @Transactional
    RunResult run() {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        if (now.isBefore(schedule.sendingMoment(today)) || !state.begin(today)) {
            return RunResult.NONE;
        }
        // Marked before it is read: what commits in between is read now and once more by the next run, and never
        // missed.
        owed.noteRead();
        dispatches.cancelThoseBefore(today);
        Situation situation = situations.read(schedule.latestDueOn(today), today, Optional.empty());
        DueReminders due = planner.due(situation.owed().keySet(), situation.history(), situation.contacts(), now);
        List<NewDispatch> messages = due.messages().stream()
                .limit(settings.messagesPerRun())
                .map(message -> new NewDispatch(ids.next(), message))
                .toList();
        boolean capped = messages.size() < due.messages().size();
        store(new RunRows(situation, today, ids), messages, due);
        if (capped) {
            state.askForRun();
        }
        return new RunResult(messages.size(), due.unreachable().size(), capped);
    }

    private void store(RunRows rows, List<NewDispatch> messages, DueReminders due) {
        List<ReminderRow> all = new ArrayList<>(rows.of(messages, due.superseded()));
        List<ReminderRow> unreachable = rows.unreachable(due.unreachable());
        all.addAll(unreachable);
        Map<ReminderKey, UUID> stored = all.isEmpty() ? Map.of() : reminders.put(all);
        if (!messages.isEmpty()) {
            dispatches.add(messages);
            dispatches.addItems(messages, stored);
        }
        Set<UUID> stillUnreachable =
                due.unreachable().stream().map(one -> stored.get(one.key())).collect(Collectors.toSet());
        reminders.forgetUnreachableBut(stillUnreachable);
    }
}
