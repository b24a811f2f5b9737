package io.zhenggai.notification.reminder;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.loop.RunUntilStopped;
import io.zhenggai.notification.dispatch.DispatchSender;
import io.zhenggai.notification.planning.ReminderSchedule;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks at the business clock ten times a second, which costs nothing, and at the database whenever a day has reached its sending
 * time, and else once a second.
 */
@Singleton
class ReminderPoller implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(ReminderPoller.class);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int GLANCES_PER_LOOK = 10;

    private final PlanningService planning;
    private final DispatchSender sender;
    private final ReminderSchedule schedule;
    private final Clock clock;
    private final RunUntilStopped loop;
    private Optional<LocalDate> lastSeen = Optional.empty();
    private int glances;

    ReminderPoller(PlanningService planning, DispatchSender sender, ReminderSchedule schedule, Clock clock) {
        this.planning = planning;
        this.sender = sender;
        this.schedule = schedule;
        this.clock = clock;
        this.loop = new RunUntilStopped("reminder-poller", this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** @return what keeps runs from planning, in words; empty when nothing does */
    Optional<String> trouble() {
        return loop.trouble();
    }

    @Override
    public Duration run() {
        Optional<LocalDate> day = dayUnderWay();
        glances++;
        if (day.isPresent() && (!day.equals(lastSeen) || glances >= GLANCES_PER_LOOK)) {
            // After a look that failed the next glance is a look too: one without would pass for the end of the
            // trouble.
            look();
            glances = 0;
        }
        lastSeen = day;
        return GLANCE;
    }

    /** The day, once it has reached its sending time. */
    private Optional<LocalDate> dayUnderWay() {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        return now.isBefore(schedule.sendingMoment(today)) ? Optional.empty() : Optional.of(today);
    }

    private void look() {
        if (!planning.isRunNeeded()) {
            return;
        }
        RunResult result = planning.run();
        if (result.messages() > 0) {
            LOG.infof(
                    "%d messages are to be sent%s",
                    result.messages(), result.capped() ? "; more are due and follow with the next run" : "");
            sender.wake();
        }
        if (result.unreachable() > 0) {
            LOG.warnf(
                    "%d reminders reach nobody, not even at the provincial office; they are kept until a contact is named",
                    result.unreachable());
        }
    }

    @Override
    public void release() {
        // It holds nothing.
    }
}
