package io.zhenggai.report.figures;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.event.Told;
import io.zhenggai.kit.sql.Columns;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the issues up to date, from the whole state in each event. */
@ApplicationScoped
class IssueEventHandler implements Projection {

    private static final String PUT = """
            insert into issue (id, event_version, campaign_id, city_code, region_code, source, category, severity, status,
                               lead_unit, registered_on, deadline, close_out_requested_on, closed_on, returns, revocations,
                               recurrence_of, campaigns_before)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set event_version = excluded.event_version, campaign_id = excluded.campaign_id,
                city_code = excluded.city_code, region_code = excluded.region_code, source = excluded.source,
                category = excluded.category, severity = excluded.severity, status = excluded.status,
                lead_unit = excluded.lead_unit, registered_on = excluded.registered_on, deadline = excluded.deadline,
                close_out_requested_on = excluded.close_out_requested_on, closed_on = excluded.closed_on,
                returns = excluded.returns, revocations = excluded.revocations, recurrence_of = excluded.recurrence_of,
                campaigns_before = excluded.campaigns_before
            """;

    private final AgroalDataSource dataSource;

    IssueEventHandler(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String aggregateType() {
        return "issue";
    }

    @Override
    public List<String> tables() {
        return List.of("issue");
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("issue.") && type.endsWith(".v1");
    }

    @Override
    public void keep(List<Event> events) {
        List<Told<IssueState>> issues =
                events.stream().map(event -> event.told(IssueState.class)).toList();
        ManyRows.writeAtOnce(dataSource, PUT, issues, IssueEventHandler::bind);
    }

    private static void bind(Columns<Told<IssueState>> issues) throws SQLException {
        issues.uuids(1, Told::id);
        issues.longs(2, Told::version);
        issues.uuids(3, issue -> issue.state().campaignId());
        issues.texts(4, issue -> issue.state().city());
        issues.texts(5, issue -> issue.state().region());
        issues.texts(6, issue -> issue.state().source());
        issues.texts(7, issue -> issue.state().category());
        issues.texts(8, issue -> issue.state().severity());
        issues.texts(9, issue -> issue.state().status());
        issues.texts(10, issue -> issue.state().leadUnit());
        issues.dates(11, issue -> issue.state().registeredOn());
        issues.dates(12, issue -> issue.state().deadline());
        issues.dates(13, issue -> issue.state().closeOutRequestedOn());
        issues.dates(14, issue -> issue.state().closedOn());
        issues.ints(15, issue -> issue.state().returns());
        issues.ints(16, issue -> issue.state().revocations());
        issues.uuids(17, issue -> issue.state().recurrenceOf());
        issues.texts(18, issue -> issue.state().joinedCampaignsBefore());
    }

    /** What is read of an issue's state; the sender's has more. */
    record IssueState(
            UUID campaignId,
            String city,
            String region,
            String source,
            String category,
            String severity,
            String status,
            @Nullable String leadUnit,
            LocalDate registeredOn,
            @Nullable LocalDate deadline,
            @Nullable LocalDate closeOutRequestedOn,
            @Nullable LocalDate closedOn,
            int returns,
            int revocations,
            @Nullable UUID recurrenceOf,
            @Nullable UUID carriedOverFrom,
            @Nullable List<UUID> campaignsBefore) {

        /** What was told before all of them were told has the last one. */
        @Nullable
        String joinedCampaignsBefore() {
            if (campaignsBefore == null || campaignsBefore.isEmpty()) {
                return carriedOverFrom == null ? null : carriedOverFrom.toString();
            }
            return campaignsBefore.stream().map(UUID::toString).collect(Collectors.joining(","));
        }
    }
}
