package io.zhenggai.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.plan.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Histories that an older release has written say the same, and are chained. */
@QuarkusTest
@OnRealServers
class HistoryMigrationTest {

    private static final String SCHEMA = "before_chains";
    private static final String STORED = """
            select aggregate_type || ' ' || sequence || ' ' || action || ' ' || person || ' ' || city || ' ' || region || ' '
                   || (hash = sha256(coalesce(lag(hash) over (partition by aggregate_type, aggregate_id order by sequence), '')
                       || convert_to(entry, 'UTF8'))) || ' ' || entry::jsonb
            from history_entry order by number
            """;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void entriesAreTakenOverInTheirOrder() throws SQLException {
        flyway().target("21").load().migrate();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    set search_path to before_chains;
                    insert into campaign (id, title, issuing_body, addressees, copies, starts, ends, phases, sources, published_at,
                                          published_by, publisher)
                    values ('0188a1b2-0000-7000-8000-000000000001', '标题', '省工改办', '{}', '{}', '2021-10-01', '2021-12-31', '[]', '[]',
                            now(), '省', 'p');
                    insert into plan (id, version, event_version, campaign_id, region_code, status, content, goal_count, task_count,
                                      measure_count, drafted_at, returns)
                    values ('0188a1b2-0000-7000-8000-000000000001', 0, 1, '0188a1b2-0000-7000-8000-000000000001', '410100', 'DRAFT', '{}', 0, 0, 0, now(), 0);
                    insert into plan_history (plan_id, version, at, action, person, name, role, region, reason, changes)
                    values ('0188a1b2-0000-7000-8000-000000000001', 0, '2021-10-20T04:00:00.123456Z', 'DRAFT', 'p-1', '张三', 'office',
                            '410100', null, '{}'),
                           ('0188a1b2-0000-7000-8000-000000000001', 1, '2021-10-20T04:00:00.123456Z', 'RETURN', 'p-2', '李四', 'province',
                            '410000', '补充措施', '{}');
                    insert into campaign_draft (id, version, region_code, status, reading, content, created_at, created_by, changed_at,
                                                changed_by)
                    values ('0188a1b2-0000-7000-8000-000000000001', 0, '410000', 'OPEN', '{}', '{}', now(), '李四', now(), '李四');
                    insert into campaign_draft_history (draft_id, version, at, action, person, name, role, region, changes)
                    values ('0188a1b2-0000-7000-8000-000000000001', 0, '2021-10-20T04:00:00.123456Z', 'CREATE', 'p-2', '李四', 'province',
                            '410000', '{}');
                    reset search_path;
                    """);

            flyway().target("22").load().migrate();

            statement.execute("set search_path to before_chains");
            try {
                assertThat(texts(statement)).containsExactly("""
                                plan 1 DRAFT p-1 410100 410100 true {"at": "2021-10-20T04:00:00.123456Z", "name": "张三", "role": "office", "action": "DRAFT", "person": "p-1", "region": "410100", "changes": {}, "channel": "API", "version": 0, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "410100", "aggregateType": "plan", "aggregateRegion": "410100"}""", """
                                plan 2 RETURN p-2 410100 410100 true {"at": "2021-10-20T04:00:00.123456Z", "name": "李四", "role": "province", "action": "RETURN", "person": "p-2", "reason": "补充措施", "region": "410000", "changes": {}, "channel": "API", "version": 1, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "410100", "aggregateType": "plan", "aggregateRegion": "410100"}""", """
                                campaign-draft 1 CREATE p-2 410000 410000 true {"at": "2021-10-20T04:00:00.123456Z", "name": "李四", "role": "province", "action": "CREATE", "person": "p-2", "region": "410000", "changes": {}, "channel": "API", "version": 0, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "410000", "aggregateType": "campaign-draft", "aggregateRegion": "410000"}""");
            } finally {
                statement.execute("reset search_path");
            }
        } finally {
            flyway().cleanDisabled(false).load().clean();
        }
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .outOfOrder(true)
                .locations("db/kit", "db/migration");
    }

    private static List<String> texts(Statement statement) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(STORED)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }
}
