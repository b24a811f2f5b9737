package io.zhenggai.notification.reminder;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.PendingWork;
import io.zhenggai.notification.planning.ReminderSchedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is due by the clock and not done: the run that the clock has come to, and messages on their way, also those that wait for
 * another try. One statement: what a run turns from one into the other is seen on exactly one side.
 */
@ApplicationScoped
class RemindersDue implements PendingWork {

    private static final String COUNT = """
            select case when {needed} then 1 else 0 end
                   + (select count(*) from dispatch
                      where status = 'PENDING' and (day = ? or may_have_arrived) or status = 'SENDING')
            """.replace("{needed}", PlanningState.NEEDED);

    /** Before the sending time only what is on the wire ends by itself. */
    private static final String ON_THE_WIRE =
            "select count(*) from dispatch where status = 'SENDING' and leased_until > clock_timestamp()";

    private final AgroalDataSource dataSource;
    private final ReminderSchedule schedule;
    private final Clock clock;

    RemindersDue(AgroalDataSource dataSource, ReminderSchedule schedule, Clock clock) {
        this.dataSource = dataSource;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public long due() {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        boolean sendingTime = !now.isBefore(schedule.sendingMoment(today));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(sendingTime ? COUNT : ON_THE_WIRE)) {
            for (int i = 1; sendingTime && i <= 3; i++) {
                count.setObject(i, today);
            }
            try (ResultSet counted = count.executeQuery()) {
                counted.next();
                return counted.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is due could not be counted", e);
        }
    }
}
