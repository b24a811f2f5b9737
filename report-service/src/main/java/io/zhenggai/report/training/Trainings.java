package io.zhenggai.report.training;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.kit.sql.NamedStatement;
import io.zhenggai.report.query.FigureQuery;
import io.zhenggai.report.query.Standing;
import io.zhenggai.report.training.TrainingFigures.TrainedCounty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The trainings, counted. */
@ApplicationScoped
public class Trainings {

    private static final String NAME = "training.v1";
    private static final String TOPIC = Topics.of("training-session");
    private static final String FIGURES = """
            with held as (select * from training_session where campaign_id = :campaignId and {held})
            select count(*) as sessions,
                   coalesce(sum(participants), 0) as participants,
                   coalesce(sum(experts), 0) as experts,
                   min(held_on) as first_held_on,
                   max(held_on) as last_held_on,
                   array(select distinct unit from held, unnest(units) as unit order by unit) as units,
                   array(select distinct county from held, unnest(counties) as county order by county) as counties,
                   (select count(*) from training_session
                    where kind = 'TARGETED_TRAINING' and campaign_id = :campaignId and {subject}) as targeted_sessions,
                   {standing} as standing
            from held
            """;

    private final AgroalDataSource dataSource;
    private final Regions regions;

    Trainings(AgroalDataSource dataSource, Regions regions) {
        this.dataSource = dataSource;
        this.regions = regions;
    }

    /**
     * One statement.
     *
     * @param scope one office's
     */
    public TrainingFigures figures(RegionScope scope, UUID campaignId, LocalDate today) {
        Conditions held = Conditions.inScope(scope, "region_code", "region_code");
        Conditions subject = Conditions.inScope(scope, "subject_region_code", "subject_region_code");
        Map<String, Object> parameters = new HashMap<>(held.parameters());
        parameters.put("campaignId", campaignId);
        String sql = FIGURES.replace("{standing}", Standing.subquery(TOPIC))
                .replace("{held}", held.hql())
                .replace("{subject}", subject.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = NamedStatement.prepare(connection, sql, parameters);
                ResultSet counted = count.executeQuery()) {
            counted.next();
            Standing standing = Standing.read(TOPIC, counted.getString("standing"));
            return figures(counted, FigureQuery.of(NAME, scope, campaignId, today, List.of(standing)));
        } catch (SQLException e) {
            throw new IllegalStateException("the trainings could not be counted", e);
        }
    }

    private TrainingFigures figures(ResultSet counted, FigureQuery query) throws SQLException {
        return new TrainingFigures(
                counted.getLong("sessions"),
                counted.getLong("participants"),
                counted.getLong("experts"),
                Optional.ofNullable(counted.getObject("first_held_on", LocalDate.class)),
                Optional.ofNullable(counted.getObject("last_held_on", LocalDate.class)),
                texts(counted, "units"),
                texts(counted, "counties").stream().map(this::participant).toList(),
                counted.getLong("targeted_sessions"),
                query);
    }

    private TrainedCounty participant(String code) {
        Optional<Region> region = code.matches("[1-9]\\d{5}") ? regions.find(new RegionCode(code)) : Optional.empty();
        return new TrainedCounty(code, region.map(Region::name));
    }

    private static List<String> texts(ResultSet counted, String column) throws SQLException {
        return List.of((String[]) counted.getArray(column).getArray());
    }
}
