package io.zhenggai.plan.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.republish.LastChanges;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.plan.plan.content.PlanContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who did what to a plan, in the transaction of the change. Reached only through a plan that was found within a scope. */
@ApplicationScoped
class PlanHistory {

    private static final String INSERT = """
            insert into plan_history (plan_id, version, at, action, person, name, role, region, reason, changes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_PLAN = """
            select version, at, action, name, role, region, reason, changes from plan_history
            where plan_id = ? order by id
            """;
    private static final String LAST_CHANGES = """
            select distinct on (plan_id) plan_id, at from plan_history where plan_id = any (?) order by plan_id, id desc
            """;

    private final AgroalDataSource dataSource;

    PlanHistory(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement. */
    void add(Plan plan, Act act, Optional<State> before) {
        Map<String, Change> changes = FieldChanges.between(before.orElse(null), State.of(plan));
        // Every change counts it, and it stands beside them.
        changes.remove("plan.version");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, plan.id());
            insert.setLong(2, plan.version());
            insert.setObject(3, act.at().atOffset(ZoneOffset.UTC));
            insert.setString(4, act.action());
            insert.setString(5, act.by().person());
            insert.setString(6, act.by().name());
            insert.setString(7, act.by().role().claim());
            insert.setString(8, act.by().region());
            insert.setString(9, act.reason().orElse(null));
            insert.setString(10, StoredJson.write(changes));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the history entry could not be stored", e);
        }
    }

    List<PlanHistoryEntry> of(UUID planId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_PLAN)) {
            read.setObject(1, planId);
            try (ResultSet found = read.executeQuery()) {
                List<PlanHistoryEntry> entries = new ArrayList<>();
                while (found.next()) {
                    entries.add(new PlanHistoryEntry(
                            found.getLong("version"),
                            found.getObject("at", OffsetDateTime.class).toInstant(),
                            found.getString("action"),
                            found.getString("name"),
                            found.getString("role"),
                            found.getString("region"),
                            found.getString("reason"),
                            StoredJson.read(found.getString("changes"), JsonNode.class)));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be read", e);
        }
    }

    /** @return when each was changed last, by its id; one statement */
    Map<UUID, Instant> lastChanges(List<UUID> ids) {
        return LastChanges.read(dataSource, LAST_CHANGES, ids);
    }

    /** Who does what, when and why. */
    record Act(String action, Caller by, Instant at, Optional<String> reason) {}

    /** What is compared. */
    record State(PlanFields plan, PlanContent content) {
        static State of(Plan plan) {
            return new State(plan.fields(), plan.content());
        }
    }
}
