package io.zhenggai.report.filing;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps those obligations up to date that end with a filing of an office. */
@ApplicationScoped
class ObligationEventHandler implements Projection {

    private static final Set<String> FILINGS = Set.of("PLAN", "SUMMARY_REPORT");
    private static final String PUT = """
            insert into obligation (id, campaign_id, region_code, code, deadline, first_submitted_at, late)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set campaign_id = excluded.campaign_id, region_code = excluded.region_code, code = excluded.code,
                deadline = excluded.deadline, first_submitted_at = excluded.first_submitted_at, late = excluded.late
            """;

    private final AgroalDataSource dataSource;

    ObligationEventHandler(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String aggregateType() {
        return "obligation";
    }

    @Override
    public List<String> tables() {
        return List.of("obligation");
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("obligation.") && type.endsWith(".v1");
    }

    @Override
    public void keep(List<Event> events) {
        ManyRows.write(
                dataSource,
                PUT,
                events.stream()
                        .map(event -> new Told(event.aggregateId(), event.state(ObligationState.class)))
                        .filter(told -> FILINGS.contains(told.state().code()))
                        .toList(),
                ObligationEventHandler::bind);
    }

    private static void bind(PreparedStatement put, Told told) throws SQLException {
        ObligationState state = told.state();
        put.setObject(1, told.id());
        put.setObject(2, state.campaignId());
        put.setString(3, state.region());
        put.setString(4, state.code());
        put.setObject(5, state.deadline());
        put.setObject(
                6,
                state.firstSubmittedAt() == null
                        ? null
                        : state.firstSubmittedAt().atOffset(ZoneOffset.UTC));
        put.setBoolean(7, state.late());
    }

    private record Told(UUID id, ObligationState state) {}

    /** What is read of an obligation's state; the sender's has more. */
    record ObligationState(
            UUID campaignId,
            String region,
            String code,
            LocalDate deadline,
            @Nullable Instant firstSubmittedAt,
            boolean late) {}
}
