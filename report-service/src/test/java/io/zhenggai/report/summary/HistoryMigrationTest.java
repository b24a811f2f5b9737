package io.zhenggai.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.report.testsupport.OnRealServers;
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
                   || (hash = sha256(coalesce(lag(hash) over (partition by aggregate_id order by sequence), '')
                       || convert_to(entry, 'UTF8'))) || ' ' || entry::jsonb
            from history_entry order by number
            """;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void entriesAreTakenOverInTheirOrder() throws SQLException {
        flyway().target("4").load().migrate();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    set search_path to before_chains;
                    insert into report (id, version, event_version, campaign_id, region_code, status, content, return_reasons, returns)
                    values ('0188a1b2-0000-7000-8000-000000000001', 0, 1, gen_random_uuid(), '419001', 'DRAFT', '{}', '[]', 0);
                    insert into report_history (report_id, version, at, action, person, name, role, region, reason, changes)
                    values ('0188a1b2-0000-7000-8000-000000000001', 0, '2021-10-20T04:00:00.123456Z', 'DRAFT', 'p-1', '张三', 'office',
                            '419001', null, '{}'),
                           ('0188a1b2-0000-7000-8000-000000000001', 1, '2021-10-20T04:00:00.123456Z', 'ACCEPT', 'p-2', '李四', 'province',
                            '410000', '同意', '{"status":{"from":"SUBMITTED","to":"ACCEPTED"}}');
                    reset search_path;
                    """);

            flyway().target("5").load().migrate();

            statement.execute("set search_path to before_chains");
            try {
                assertThat(texts(statement)).containsExactly("""
                                report 1 DRAFT p-1 419001 419001 true {"at": "2021-10-20T04:00:00.123456Z", "name": "张三", "role": "office", "action": "DRAFT", "person": "p-1", "region": "419001", "changes": {}, "channel": "API", "version": 0, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "419001", "aggregateType": "report", "aggregateRegion": "419001"}""", """
                                report 2 ACCEPT p-2 419001 419001 true {"at": "2021-10-20T04:00:00.123456Z", "name": "李四", "role": "province", "action": "ACCEPT", "person": "p-2", "reason": "同意", "region": "410000", "changes": {"status": {"to": "ACCEPTED", "from": "SUBMITTED"}}, "channel": "API", "version": 1, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "419001", "aggregateType": "report", "aggregateRegion": "419001"}""");
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
