package io.zhenggai.report.filing;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.sql.NamedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Until when the offices owe their summary reports. */
@ApplicationScoped
public class FilingDuties {

    private static final String SUMMARY_REPORTS = """
            select campaign_id, region_code, deadline, first_submitted_at, late from obligation
            where code = 'SUMMARY_REPORT' and campaign_id = any (:campaigns) and {conditions}
            """;

    private final AgroalDataSource dataSource;

    FilingDuties(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One statement for any number of reports; none for none.
     *
     * @return what is owed within the scope, by campaign and region; what has not arrived here is not in it
     */
    public Map<OwedBy, FilingDuty> ofSummaryReports(RegionScope scope, Collection<UUID> campaigns) {
        Map<OwedBy, FilingDuty> duties = new HashMap<>();
        if (campaigns.isEmpty()) {
            return duties;
        }
        Conditions conditions = Conditions.inScope(scope, "region_code", "region_code");
        try (Connection connection = dataSource.getConnection()) {
            Map<String, Object> parameters = new HashMap<>(conditions.parameters());
            Array ids = connection.createArrayOf("uuid", campaigns.toArray());
            parameters.put("campaigns", ids);
            String sql = SUMMARY_REPORTS.replace("{conditions}", conditions.hql());
            try (PreparedStatement read = NamedStatement.prepare(connection, sql, parameters);
                    ResultSet found = read.executeQuery()) {
                while (found.next()) {
                    OwedBy owedBy =
                            new OwedBy(found.getObject("campaign_id", UUID.class), found.getString("region_code"));
                    duties.put(owedBy, duty(found));
                }
            }
            return duties;
        } catch (SQLException e) {
            throw new IllegalStateException("the obligations could not be read", e);
        }
    }

    private static FilingDuty duty(ResultSet found) throws SQLException {
        return new FilingDuty(
                found.getObject("deadline", LocalDate.class),
                instant(found, "first_submitted_at"),
                found.getBoolean("late"));
    }

    static Optional<Instant> instant(ResultSet found, String column) throws SQLException {
        return Optional.ofNullable(found.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** Who owes a filing in which campaign. */
    public record OwedBy(UUID campaignId, String region) {}
}
