package io.zhenggai.report.filing;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the offices' plans up to date. */
@ApplicationScoped
class PlanEventHandler implements Projection {

    private static final String PUT = """
            insert into plan (id, campaign_id, region_code, status, document_number, goal_count, task_count, measure_count,
                              first_submitted_at, returns)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set campaign_id = excluded.campaign_id, region_code = excluded.region_code, status = excluded.status,
                document_number = excluded.document_number, goal_count = excluded.goal_count,
                task_count = excluded.task_count, measure_count = excluded.measure_count,
                first_submitted_at = excluded.first_submitted_at, returns = excluded.returns
            """;

    private final AgroalDataSource dataSource;

    PlanEventHandler(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String aggregateType() {
        return "plan";
    }

    @Override
    public List<String> tables() {
        return List.of("plan");
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("plan.") && type.endsWith(".v1");
    }

    @Override
    public void keep(List<Event> events) {
        ManyRows.write(dataSource, PUT, events, PlanEventHandler::bind);
    }

    private static void bind(PreparedStatement put, Event event) throws SQLException {
        PlanState state = event.state(PlanState.class);
        put.setObject(1, event.aggregateId());
        put.setObject(2, state.campaignId());
        put.setString(3, state.region());
        put.setString(4, state.status());
        put.setString(5, state.documentNumber());
        put.setInt(6, state.goalCount());
        put.setInt(7, state.taskCount());
        put.setInt(8, state.measureCount());
        put.setObject(
                9,
                state.firstSubmittedAt() == null
                        ? null
                        : state.firstSubmittedAt().atOffset(ZoneOffset.UTC));
        put.setInt(10, state.returns());
    }

    /** What is read of a plan's state; the sender's has more. */
    record PlanState(
            UUID campaignId,
            String region,
            String status,
            @Nullable String documentNumber,
            int goalCount,
            int taskCount,
            int measureCount,
            @Nullable Instant firstSubmittedAt,
            int returns) {}
}
