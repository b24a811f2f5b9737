package io.zhenggai.notification.reminder;

import io.agroal.api.AgroalDataSource;
import io.smallrye.health.api.HealthGroup;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.notification.dispatch.DispatchSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether reminders reach people, with the reason in words where they do not; a group of its own, not part of readiness. */
@HealthGroup("reminders")
@ApplicationScoped
class RemindersHealth implements HealthCheck {

    private static final String COUNT = """
            select (select count(*) from reminder where state = 'UNREACHABLE'),
                   (select count(*) from dispatch where status in ('PENDING', 'SENDING')),
                   (select count(*) from dispatch where status = 'FAILED' and day > ?)
            """;

    private static final String IN_ORDER = "in order";

    /** Who looks once a week sees every refusal. */
    private static final int DAYS_SHOWN = 7;

    private final AgroalDataSource dataSource;
    private final ReminderPoller poller;
    private final DispatchSender sender;
    private final Clock clock;

    RemindersHealth(AgroalDataSource dataSource, ReminderPoller poller, DispatchSender sender, Clock clock) {
        this.dataSource = dataSource;
        this.poller = poller;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        LocalDate today = BusinessTime.today(clock);
        Optional<String> planning = poller.trouble();
        Optional<String> sending = sender.trouble();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, today.minusDays(DAYS_SHOWN));
            try (ResultSet counted = count.executeQuery()) {
                counted.next();
                long unreachable = counted.getLong(1);
                long failed = counted.getLong(3);
                return HealthCheckResponse.named("reminders")
                        .status(unreachable == 0 && failed == 0 && planning.isEmpty() && sending.isEmpty())
                        .withData("unreachable", unreachable)
                        .withData("waiting", counted.getLong(2))
                        .withData("failedInSevenDays", failed)
                        .withData("planning", planning.orElse(IN_ORDER))
                        .withData("sending", sending.orElse(IN_ORDER))
                        .build();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the reminders could not be counted", e);
        }
    }
}
