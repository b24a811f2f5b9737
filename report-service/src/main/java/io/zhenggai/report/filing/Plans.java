package io.zhenggai.report.filing;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.sql.NamedStatement;
import io.zhenggai.report.query.FigureQuery;
import io.zhenggai.report.query.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The offices' plans, counted. */
@ApplicationScoped
public class Plans {

    private static final String NAME = "plan.v1";
    private static final String PLANS = Topics.of("plan");
    private static final String OBLIGATIONS = Topics.of("obligation");

    /** A row also where neither has arrived: how far the topics had been read is known all the same. */
    private static final String FIGURES = """
            select plan.*, owed.deadline, owed.first_submitted_at as judged_at, owed.late,
                   {plans} as plan_standing, {obligations} as obligation_standing
            from (select 1) as always
            left join lateral (select * from plan
                               where campaign_id = :campaignId and {conditions} limit 1) as plan on true
            left join lateral (select * from obligation
                               where code = 'PLAN' and campaign_id = :campaignId and {conditions} limit 1) as owed on true
            """;

    private final AgroalDataSource dataSource;

    Plans(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One statement.
     *
     * @param scope one office's
     */
    public PlanFigures figures(RegionScope scope, UUID campaignId, LocalDate today) {
        Conditions conditions = Conditions.inScope(scope, "region_code", "region_code");
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("campaignId", campaignId);
        String sql = FIGURES.replace("{plans}", Standing.subquery(PLANS))
                .replace("{obligations}", Standing.subquery(OBLIGATIONS))
                .replace("{conditions}", conditions.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = NamedStatement.prepare(connection, sql, parameters);
                ResultSet found = read.executeQuery()) {
            found.next();
            List<Standing> standing = List.of(
                    Standing.read(PLANS, found.getString("plan_standing")),
                    Standing.read(OBLIGATIONS, found.getString("obligation_standing")));
            return figures(found, FigureQuery.of(NAME, scope, campaignId, today, standing));
        } catch (SQLException e) {
            throw new IllegalStateException("the plan could not be read", e);
        }
    }

    private static PlanFigures figures(ResultSet found, FigureQuery query) throws SQLException {
        Optional<Instant> submittedAt = FilingDuties.instant(found, "first_submitted_at");
        Optional<FilingDuty> duty = duty(found);
        return new PlanFigures(
                Optional.ofNullable(found.getString("status")),
                Optional.ofNullable(found.getString("document_number")),
                found.getInt("goal_count"),
                found.getInt("task_count"),
                found.getInt("measure_count"),
                submittedAt.map(BusinessTime::dateOf),
                found.getInt("returns"),
                duty.map(FilingDuty::deadline),
                duty.flatMap(owed -> owed.late(submittedAt)),
                query);
    }

    private static Optional<FilingDuty> duty(ResultSet found) throws SQLException {
        LocalDate deadline = found.getObject("deadline", LocalDate.class);
        return deadline == null
                ? Optional.empty()
                : Optional.of(
                        new FilingDuty(deadline, FilingDuties.instant(found, "judged_at"), found.getBoolean("late")));
    }
}
