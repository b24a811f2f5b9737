package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.sql.NamedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which issues may have to be supervised; each of the three kinds is found by an index of its own. */
@ApplicationScoped
class OverdueIssues {

    private static final String BEHIND = """
            select id from (
                select id from issue where {conditions} and due_on < :today and status in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_RECTIFICATION')
                union
                select id from issue where {conditions} and acknowledge_by < :today and status = 'ASSIGNED'
                union
                select id from issue where {conditions} and returns >= 3
                    and status not in ('CLOSED', 'REJECTED', 'MERGED', 'LONG_TERM')
                union
                select id from issue where {conditions} and id = any (:besides)
            ) as behind
            where id > :after order by id limit :most
            """;

    private final AgroalDataSource dataSource;

    OverdueIssues(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In the order of ids, behind one of them; one statement. */
    List<UUID> find(RegionScope scope, LocalDate today, List<UUID> besides, UUID after, int most) {
        Conditions conditions = Conditions.inScope(scope, "city_code", "region_code");
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("today", today);
        parameters.put("besides", besides.toArray(UUID[]::new));
        parameters.put("after", after);
        parameters.put("most", most);
        String sql = BEHIND.replace("{conditions}", conditions.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = NamedStatement.prepare(connection, sql, parameters);
                ResultSet found = find.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (found.next()) {
                ids.add(found.getObject("id", UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("the overdue issues could not be read", e);
        }
    }
}
