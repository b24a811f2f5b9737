package io.zhenggai.report.figures;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the issues up to date, from the whole state in each event. */
@ApplicationScoped
class IssueEventHandler implements Projection {

    private static final String PUT = """
            insert into issue (id, event_version, campaign_id, city_code, region_code, source, category, severity, status,
                               lead_unit, registered_on, deadline, close_out_requested_on, closed_on, returns)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set event_version = excluded.event_version, campaign_id = excluded.campaign_id,
                city_code = excluded.city_code, region_code = excluded.region_code, source = excluded.source,
                category = excluded.category, severity = excluded.severity, status = excluded.status,
                lead_unit = excluded.lead_unit, registered_on = excluded.registered_on, deadline = excluded.deadline,
                close_out_requested_on = excluded.close_out_requested_on, closed_on = excluded.closed_on,
                returns = excluded.returns
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
        ManyRows.write(dataSource, PUT, events, IssueEventHandler::bind);
    }

    private static void bind(PreparedStatement put, Event event) throws SQLException {
        IssueState state = event.state(IssueState.class);
        put.setObject(1, event.aggregateId());
        put.setLong(2, event.aggregateVersion());
        put.setObject(3, state.campaignId());
        put.setString(4, state.city());
        put.setString(5, state.region());
        put.setString(6, state.source());
        put.setString(7, state.category());
        put.setString(8, state.severity());
        put.setString(9, state.status());
        put.setString(10, state.leadUnit());
        put.setObject(11, state.registeredOn());
        put.setObject(12, state.deadline());
        put.setObject(13, state.closeOutRequestedOn());
        put.setObject(14, state.closedOn());
        put.setInt(15, state.returns());
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
            int returns) {}
}
