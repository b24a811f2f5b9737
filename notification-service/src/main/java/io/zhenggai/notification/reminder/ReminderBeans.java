package io.zhenggai.notification.reminder;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.notification.planning.Rehearsal;
import io.zhenggai.notification.planning.ReminderPlanner;
import io.zhenggai.notification.planning.ReminderRouting;
import io.zhenggai.notification.planning.ReminderRules;
import io.zhenggai.notification.planning.ReminderSchedule;
import io.zhenggai.notification.planning.ReminderText;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The rules as beans. */
@Singleton
class ReminderBeans {

    private static final ReminderRules RULES = ReminderRules.DEFAULT;

    @Produces
    @Singleton
    ReminderSchedule schedule(WorkingCalendar calendar) {
        return new ReminderSchedule(RULES, calendar);
    }

    @Produces
    @Singleton
    ReminderPlanner planner(ReminderSchedule schedule) {
        return new ReminderPlanner(schedule, new ReminderRouting(RULES));
    }

    @Produces
    @Singleton
    Rehearsal rehearsal(ReminderPlanner planner, ReminderSchedule schedule) {
        return new Rehearsal(planner, schedule);
    }

    @Produces
    @Singleton
    ReminderText text(Regions regions, WorkingCalendar calendar) {
        return new ReminderText(regions, calendar);
    }
}
