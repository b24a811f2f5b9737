package io.zhenggai.notification.reminder;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.NewestFirst;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.notification.dispatch.Audience;
import io.zhenggai.notification.planning.MessageItem;
import io.zhenggai.notification.rows.PlanningColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The reminders for callers, each question within a scope: whose post is to be told. */
@ApplicationScoped
class ReminderRepository {

    private static final String STATUS = """
            case when reminder.state <> 'DISPATCHED' then reminder.state when item.dropped then 'DROPPED' else dispatch.status end
            """;

    private static final String FROM = """
            from reminder
            left join dispatch on dispatch.id = reminder.dispatch_id
            left join dispatch_item as item on item.dispatch_id = reminder.dispatch_id and item.reminder_id = reminder.id
            left join campaign on campaign.id = reminder.campaign_id
            where {conditions}
            """;

    private static final String SELECT = """
            select reminder.*, campaign.title, dispatch.city_code as seen_city, dispatch.region_code as seen_region,
                   dispatch.unit as seen_unit, {status} as status
            """.replace("{status}", STATUS) + FROM;

    private static final String COUNT = "select count(*) " + FROM;

    private final AgroalDataSource dataSource;

    ReminderRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<StoredReminder> list(RegionScope scope, ReminderFilter filter, PageRequest page) {
        Conditions conditions = Conditions.inScope(
                        scope,
                        "reminder.city_code",
                        "reminder.post_region",
                        "reminder.post_unit = :scopeUnit and reminder.post_region = reminder.city_code")
                .and(STATUS + " = :status", "status", filter.status().map(ReminderStatus::name))
                .and("reminder.post_region = :region", "region", filter.region())
                .and("reminder.owed_id = :owedId", "owedId", filter.owedId())
                .and("reminder.day >= :from", "from", filter.from())
                .and("reminder.day <= :to", "to", filter.to());
        NewestFirst pages = new NewestFirst(conditions, scope + filter.toString(), page);
        try (Connection connection = dataSource.getConnection()) {
            return pages.read(
                    connection, SELECT, COUNT, "reminder.number", ReminderRepository::reminder, StoredReminder::number);
        } catch (SQLException e) {
            throw new IllegalStateException("the reminders could not be read", e);
        }
    }

    /**
     * A reminder as it is stored.
     *
     * @param seenBy whose the message is that brings it
     */
    record StoredReminder(
            long number,
            UUID id,
            UUID campaignId,
            Optional<String> campaignTitle,
            MessageItem item,
            LocalDate day,
            ReminderStatus status,
            Optional<UUID> dispatchId,
            Optional<Audience> seenBy) {}

    private static StoredReminder reminder(ResultSet found) throws SQLException {
        Optional<UUID> dispatchId = Optional.ofNullable(found.getObject("dispatch_id", UUID.class));
        Optional<String> seenCity = Optional.ofNullable(found.getString("seen_city"));
        String seenRegion = found.getString("seen_region");
        String seenUnit = found.getString("seen_unit");
        return new StoredReminder(
                found.getLong("number"),
                found.getObject("id", UUID.class),
                found.getObject("campaign_id", UUID.class),
                Optional.ofNullable(found.getString("title")),
                PlanningColumns.item(found, PlanningColumns.owed(found)),
                found.getObject("day", LocalDate.class),
                ReminderStatus.valueOf(found.getString("status")),
                dispatchId,
                seenCity.map(city -> new Audience(city, seenRegion, seenUnit)));
    }
}
