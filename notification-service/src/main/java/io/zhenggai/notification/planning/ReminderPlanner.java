package io.zhenggai.notification.planning;

import io.zhenggai.kit.calendar.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the reminders of what is owed, and puts those of a moment into one message per recipient. */
public final class ReminderPlanner {

    private final ReminderSchedule schedule;
    private final ReminderRouting routing;

    public ReminderPlanner(ReminderSchedule schedule, ReminderRouting routing) {
        this.schedule = schedule;
        this.routing = routing;
    }

    /** Every reminder of a thing, past and to come, in the order of time, as if it stayed owed for ever. */
    public List<PlannedReminder> plan(Owed owed) {
        List<PlannedReminder> planned = new ArrayList<>();
        schedule.momentsOf(owed.deadline()).forEach((offset, at) -> routing.postsFor(owed.owedBy(), offset)
                .forEach((post, purpose) -> planned.add(new PlannedReminder(owed, offset, at, post, purpose))));
        return planned;
    }

    /**
     * What is to be sent at a moment: nothing before the sending time of the day, and nothing to who has had a message
     * that day, whose reminders stay due. Of several missed reminders of one thing to one post only the latest is sent,
     * the earlier are superseded; proposals are no reminders and are each made.
     *
     * @param stillOwed what is owed at that moment: nobody is reminded of anything else
     * @param history the reminders that exist for {@code stillOwed}, and who had a message that day
     */
    public DueReminders due(Collection<Owed> stillOwed, ReminderHistory history, Contacts contacts, Instant now) {
        LocalDate today = BusinessTime.dateOf(now);
        if (now.isBefore(schedule.sendingMoment(today))) {
            return DueReminders.NONE;
        }
        Map<String, MessageDraft> drafts = new LinkedHashMap<>();
        List<PlannedReminder> superseded = new ArrayList<>();
        List<PlannedReminder> unreachable = new ArrayList<>();
        List<Owed> byUrgency = stillOwed.stream().sorted(Owed.BY_URGENCY).toList();
        for (Owed owed : byUrgency) {
            for (DueReminder due : DueReminder.of(reachablePlan(owed, contacts), history.settled(), now)) {
                if (due.latest().isEmpty()) {
                    superseded.addAll(due.missed());
                    continue;
                }
                PlannedReminder reminder = due.latest().get();
                Optional<Addressee> addressee = contacts.reach(reminder.post());
                addressee.ifPresentOrElse(
                        found -> drafts.computeIfAbsent(
                                        found.contact().address(), address -> new MessageDraft(found.contact(), today))
                                .add(reminder, found.vacant(), due.missed()),
                        () -> unreachable.add(reminder));
            }
        }
        drafts.keySet().removeAll(history.messagedToday());

        LocalDate latestNear = schedule.latestDueOn(today);
        List<Owed> near = byUrgency.stream()
                .filter(owed -> !owed.deadline().dueOn().isAfter(latestNear))
                .toList();
        return new DueReminders(
                drafts.values().stream().map(draft -> draft.complete(near)).toList(), superseded, unreachable);
    }

    /** Not every region has an indicator lead of its own: a copy to one that is not there goes to nobody. */
    private List<PlannedReminder> reachablePlan(Owed owed, Contacts contacts) {
        return plan(owed).stream()
                .filter(reminder ->
                        reminder.post().role() != PostRole.INDICATOR_LEAD || contacts.isHeld(reminder.post()))
                .toList();
    }
}
