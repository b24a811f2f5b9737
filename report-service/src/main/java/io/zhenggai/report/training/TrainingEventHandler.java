package io.zhenggai.report.training;

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

/** Keeps the training sessions up to date. */
@ApplicationScoped
class TrainingEventHandler implements Projection {

    private static final String PUT = """
            insert into training_session (id, campaign_id, kind, region_code, subject_region_code, held_on, units, counties,
                                          participants, experts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set campaign_id = excluded.campaign_id, kind = excluded.kind, region_code = excluded.region_code,
                subject_region_code = excluded.subject_region_code, held_on = excluded.held_on, units = excluded.units,
                counties = excluded.counties, participants = excluded.participants, experts = excluded.experts
            """;

    private final AgroalDataSource dataSource;

    TrainingEventHandler(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String aggregateType() {
        return "training-session";
    }

    @Override
    public List<String> tables() {
        return List.of("training_session");
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("training-session.") && type.endsWith(".v1");
    }

    @Override
    public void keep(List<Event> events) {
        ManyRows.write(dataSource, PUT, events, TrainingEventHandler::bind);
    }

    private static void bind(PreparedStatement put, Event event) throws SQLException {
        SessionState state = event.state(SessionState.class);
        put.setObject(1, event.aggregateId());
        put.setObject(2, state.campaignId());
        put.setString(3, state.kind());
        put.setString(4, state.region());
        put.setString(5, state.subjectRegion());
        put.setObject(6, state.heldOn());
        put.setArray(7, put.getConnection().createArrayOf("text", state.units().toArray()));
        put.setArray(
                8, put.getConnection().createArrayOf("text", state.counties().toArray()));
        put.setInt(9, state.participants());
        put.setInt(10, state.experts());
    }

    /** What is read of a session's state; the sender's has more. */
    record SessionState(
            UUID campaignId,
            String kind,
            String region,
            @Nullable String subjectRegion,
            LocalDate heldOn,
            List<String> units,
            List<String> counties,
            int participants,
            int experts) {

        /** Lists that the sender leaves out are empty. */
        @SuppressWarnings("ConstantValue")
        SessionState {
            units = units == null ? List.of() : units;
            counties = counties == null ? List.of() : counties;
        }
    }
}
