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

    private static final String OF_LATER_LIFE =
            "select concat_ws(' ', assigned_by, verified_by, due_on) from issue order by id";

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
                    values ('0188a1b2-0000-7000-8000-000000000001', 0, 1, 'ZG2021-410100-0001', gen_random_uuid(), '410100', '410181',
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
                assertThat(texts(statement, STORED)).containsExactly("""
                                issue 1 REGISTER p-1 410100 410181 true {"at": "2021-10-20T04:00:00.123456Z", "name": "张三", "role": "office", "action": "REGISTER", "person": "p-1", "region": "410100", "changes": {"status": {"to": "REGISTERED"}}, "channel": "IMPORT", "version": 0, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "410100", "aggregateType": "issue", "aggregateRegion": "410181"}""", """
                                issue 2 RETURN p-1 410100 410181 true {"at": "2021-10-20T04:00:00.123456Z", "name": "张三", "role": "office", "action": "RETURN", "person": "p-1", "reason": "材料不全", "region": "410100", "changes": {}, "channel": "API", "version": 1, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "410100", "aggregateType": "issue", "aggregateRegion": "410181"}""");
            } finally {
                statement.execute("reset search_path");
            }
        } finally {
            flyway().cleanDisabled(false).load().clean();
        }
    }

    @Test
    void whoAssignedAndWhoClosedIsTakenFromTheRecord() throws SQLException {
        flyway().target("5").load().migrate();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    set search_path to before_chains;
                    insert into issue (id, version, event_version, ledger_number, campaign_id, city_code, region_code, source, description,
                                       category, severity, status, registered_at, registered_by, assigned_at, closed_at, deadline)
                    select id::uuid, 0, 1, 'ZG2021-410100-' || right(id, 4), gen_random_uuid(), '410100', '410181', 'MINI_PROGRAM', '描述', 'OTHER', 'GENERAL', status,
                           now(), 'p', assigned, closed, '2021-12-31'
                    from (values ('0188a1b2-0000-7000-8000-000000000001', 'CLOSED', now(), now()),
                                 ('0188a1b2-0000-7000-8000-000000000002', 'ASSIGNED', now(), null),
                                 ('0188a1b2-0000-7000-8000-000000000003', 'REGISTERED', null, null))
                         as was (id, status, assigned, closed);
                    insert into history_entry (aggregate_type, aggregate_id, sequence, city, region, at, action, person, entry, hash)
                    select 'issue', ('0188a1b2-0000-7000-8000-00000000000' || issue)::uuid, place, '410100', '410181', now(), action, 'p-1',
                           json_build_object('name', name, 'role', role)::text, sha256('none')
                    from (values (1, 1, 'ASSIGN', '张三', 'office'), (1, 2, 'ASSIGN', '王五', 'province'), (1, 3, 'CLOSE', '李四', 'office'),
                                 (2, 1, 'ASSIGN', '张三', 'office')) as said (issue, place, action, name, role);
                    reset search_path;
                    """);

            flyway().load().migrate();

            statement.execute("set search_path to before_chains");
            try {
                assertThat(texts(statement, OF_LATER_LIFE))
                        .containsExactly("PROVINCE 李四", "CITY 2021-12-31", "2021-12-31");
            } finally {
                statement.execute("reset search_path");
            }
        } finally {
            flyway().cleanDisabled(false).load().clean();
        }
    }

    @Test
    void sinceWhenSomethingIsOwedIsTakenFromTheRecord() throws SQLException {
        flyway().target("7").load().migrate();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    set search_path to before_chains;
                    insert into issue (id, version, event_version, ledger_number, campaign_id, city_code, region_code, source, description,
                                       category, severity, status, registered_at, registered_by, deadline, due_on, answers_owed,
                                       answer_due_on)
                    select id::uuid, 0, 1, 'ZG2021-410100-000' || right(id, 1), gen_random_uuid(), '410100', '410181', 'MINI_PROGRAM', '描述', 'OTHER',
                           'GENERAL', status,
                           now(), 'p', due, due, owed, case when owed > 0 then date '2021-11-30' end
                    from (values ('0188a1b2-0000-7000-8000-000000000001', 'IN_RECTIFICATION', date '2021-12-31', 1),
                                 ('0188a1b2-0000-7000-8000-000000000002', 'CLOSE_OUT_REQUESTED', date '2021-12-31', 0),
                                 ('0188a1b2-0000-7000-8000-000000000003', 'REGISTERED', null, 1),
                                 ('0188a1b2-0000-7000-8000-000000000004', 'ACKNOWLEDGED', date '2021-12-31', 0)) as was (id, status, due, owed);
                    insert into history_entry (aggregate_type, aggregate_id, sequence, city, region, at, action, person, entry, hash)
                    select 'issue', ('0188a1b2-0000-7000-8000-00000000000' || issue)::uuid, place, '410100', '410181',
                           ('2021-10-' || 10 + place || 'T01:00:00Z')::timestamptz, action, 'p-1', '{}', sha256('none')
                    from (values (1, 1, 'ASSIGN'), (1, 2, 'RECTIFY'), (1, 3, 'ADD_SOURCE_ITEM'), (1, 4, 'REVIEW_STAGE'),
                                 (1, 5, 'ADD_EVIDENCE'), (2, 1, 'ASSIGN'), (2, 2, 'RECTIFY'), (2, 3, 'REQUEST_CLOSE_OUT'),
                                 (3, 1, 'REGISTER'), (4, 1, 'ASSIGN'), (4, 2, 'ACKNOWLEDGE')) as said (issue, place, action);
                    reset search_path;
                    """);

            flyway().load().migrate();

            statement.execute("set search_path to before_chains");
            try {
                assertThat(texts(statement, """
                                select concat_ws(' ', coalesce(extract(day from owed_since)::text, '-'),
                                                 coalesce(extract(day from rectifying_since)::text, '-'),
                                                 coalesce(extract(day from answer_owed_since)::text, '-'))
                                from issue order by id
                                """)).containsExactly("14 14 13", "- 12 -", "- - -", "11 - -");
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

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }
}
