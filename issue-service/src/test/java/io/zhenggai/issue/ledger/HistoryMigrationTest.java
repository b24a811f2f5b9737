package io.zhenggai.issue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.kit.encryption.Encryption;
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

    @Inject
    Encryption encryption;

    @Test
    void entriesAreTakenOverInTheirOrder() throws SQLException {
        flyway().target("4").load().migrate();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    set search_path to before_chains;
                    insert into issue (id, version, event_version, ledger_number, campaign_id, city_code, region_code, source, description,
                                       category, severity, status, registered_at, registered_by)
                    values ('0188a1b2-0000-7000-8000-000000000001', 0, 1, 'ZG-2021-410100-0001', gen_random_uuid(), '410100', '410181',
                            'MINI_PROGRAM', '描述', 'OTHER', 'LOW', 'REGISTERED', now(), 'p');
                    insert into issue_history (issue_id, version, at, action, person, name, role, region, channel, reason, changes)
                    values ('0188a1b2-0000-7000-8000-000000000001', 0, '2021-10-20T04:00:00.123456Z', 'REGISTER', 'p-1', '张三', 'office',
                            '410100', 'IMPORT', null, '{"status":{"to":"REGISTERED"}}'),
                           ('0188a1b2-0000-7000-8000-000000000001', 1, '2021-10-20T04:00:00.123456Z', 'RETURN', 'p-1', '张三', 'office',
                            '410100', 'API', '材料不全', '{}');
                    reset search_path;
                    """);

            flyway().target("5").load().migrate();

            statement.execute("set search_path to before_chains");
            try {
                assertThat(texts(statement)).containsExactly("""
                                issue 1 REGISTER p-1 410100 410181 true {"at": "2021-10-20T04:00:00.123456Z", "name": "张三", "role": "office", "action": "REGISTER", "person": "p-1", "region": "410100", "changes": {"status": {"to": "REGISTERED"}}, "channel": "IMPORT", "version": 0, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "410100", "aggregateType": "issue", "aggregateRegion": "410181"}""", """
                                issue 2 RETURN p-1 410100 410181 true {"at": "2021-10-20T04:00:00.123456Z", "name": "张三", "role": "office", "action": "RETURN", "person": "p-1", "reason": "材料不全", "region": "410100", "changes": {}, "channel": "API", "version": 1, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "410100", "aggregateType": "issue", "aggregateRegion": "410181"}""");
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
                .locations("db/kit", "db/migration")
                .javaMigrations(new EncryptTextsReceived(encryption));
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
