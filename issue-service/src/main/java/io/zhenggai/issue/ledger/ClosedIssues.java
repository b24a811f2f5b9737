package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.sql.NamedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is closed, for look-backs: few ask, so that no index is kept for them and the campaign's issues are read. */
@ApplicationScoped
class ClosedIssues {

    private static final String OF_UNIT =
            "lead_unit = :scopeUnit or registered_unit = :scopeUnit or :scopeUnit = any (cooperating_units)";

    private static final String CLOSED = """
            select id, ledger_number, city_code, region_code, closed_at from issue
            where {conditions} and status = 'CLOSED' and closed_at >= :from and closed_at < :behind
              and (cardinality(:regions::text[]) = 0 or city_code = any (:regions) or region_code = any (:regions))
              and (cardinality(:sources::text[]) = 0 or source = any (:sources))
            order by id limit :most
            """;

    private final AgroalDataSource dataSource;

    ClosedIssues(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In the order of their ids, up to so many; one statement. */
    List<ClosedIssue> find(RegionScope scope, ClosedIssueFilter filter, int most) {
        Conditions conditions = Conditions.inScope(scope, "city_code", "region_code", OF_UNIT)
                .and("campaign_id = :campaignId", "campaignId", Optional.of(filter.campaignId()));
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("from", BusinessTime.at(filter.from(), LocalTime.MIN).atOffset(ZoneOffset.UTC));
        parameters.put("behind", BusinessTime.firstLateMoment(filter.to()).atOffset(ZoneOffset.UTC));
        parameters.put("regions", filter.regions().toArray(String[]::new));
        parameters.put("sources", filter.sources().stream().map(Enum::name).toArray(String[]::new));
        parameters.put("most", most);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = NamedStatement.prepare(
                        connection, CLOSED.replace("{conditions}", conditions.hql()), parameters);
                ResultSet found = find.executeQuery()) {
            List<ClosedIssue> closed = new ArrayList<>();
            while (found.next()) {
                closed.add(closed(found));
            }
            return closed;
        } catch (SQLException e) {
            throw new IllegalStateException("the closed issues could not be read", e);
        }
    }

    private static ClosedIssue closed(ResultSet found) throws SQLException {
        return new ClosedIssue(
                found.getObject("id", UUID.class),
                found.getString("ledger_number"),
                found.getString("city_code"),
                found.getString("region_code"),
                found.getObject("closed_at", OffsetDateTime.class).toInstant());
    }
}
