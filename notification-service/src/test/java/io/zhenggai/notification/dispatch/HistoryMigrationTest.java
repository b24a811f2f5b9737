package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.notification.testsupport.OnRealServers;
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

/** What an older release has put on record says the same, and is chained. */
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

    private static final String READINGS = """
            select concat_ws(' ', person, sequence, city, region, data,
                             (hash = sha256(coalesce(lag(hash) over (partition by person order by sequence), '')
                                            || convert_to(entry, 'UTF8')))::text,
                             entry::jsonb ->> 'at', entry::jsonb -> 'owners', entry::jsonb ->> 'role', entry::jsonb ->> 'unit')
            from personal_data_read order by number
            """;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Encryption encryption;

    @Inject
    KeyedDigest digest;

    @Test
    void entriesAreTakenOverInTheirOrder() throws SQLException {
        flyway().target("3").load().migrate();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    set search_path to before_chains;
                    insert into contact_history (contact_id, version, at, action, by_person, by_name, by_role, by_region, region_code, unit,
                                                 post)
                    values ('0188a1b2-0000-7000-8000-000000000001', 1, '2021-10-20T04:00:00.123456Z', 'NAMED', 'p-1', '张三', 'office',
                            '410100', '410181', '', 'CONTACT'),
                           ('0188a1b2-0000-7000-8000-000000000001', 2, '2021-10-20T04:00:00.123456Z', 'REMOVED', 'p-1', '张三', 'office',
                            '410100', '410181', '', 'CONTACT');
                    reset search_path;
                    """);

            flyway().target("4").load().migrate();

            statement.execute("set search_path to before_chains");
            try {
                assertThat(texts(statement, STORED)).containsExactly("""
                                contact 1 NAME p-1 410100 410181 true {"at": "2021-10-20T04:00:00.123456Z", "name": "张三", "role": "office", "action": "NAME", "person": "p-1", "region": "410100", "changes": {"post": {"to": "CONTACT"}, "unit": {"to": ""}, "region": {"to": "410181"}}, "channel": "API", "version": 1, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "410100", "aggregateType": "contact", "aggregateRegion": "410181"}""", """
                                contact 2 REMOVE p-1 410100 410181 true {"at": "2021-10-20T04:00:00.123456Z", "name": "张三", "role": "office", "action": "REMOVE", "person": "p-1", "region": "410100", "changes": {"post": {"from": "CONTACT"}, "unit": {"from": ""}, "region": {"from": "410181"}}, "channel": "API", "version": 2, "aggregateId": "0188a1b2-0000-7000-8000-000000000001", "aggregateCity": "410100", "aggregateType": "contact", "aggregateRegion": "410181"}""");
            } finally {
                statement.execute("reset search_path");
            }
        } finally {
            flyway().cleanDisabled(false).load().clean();
        }
    }

    @Test
    void readingsOfPersonalDataAreChainedForEachPerson() throws SQLException {
        flyway().target("0.9").load().migrate();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into before_chains.personal_data_read (at, person, name, role, region, unit, data, owners)
                    values ('2021-10-20T04:00:00.123456Z', 'p-3', '王五', 'county', '410181', null, 'contact.email',
                            array['%1$s'::uuid]),
                           ('2021-10-20T04:00:01Z', 'p-4', '省', 'province', '410000', null, 'contact.email', '{}'),
                           ('2021-10-20T04:00:02Z', 'p-3', '王五', 'county', '410181', '县工改办', 'dispatch.address', '{}')
                    """.formatted("0188a1b2-0000-7000-8000-000000000001"));

            flyway().target("0.10").load().migrate();

            statement.execute("set search_path to before_chains");
            try {
                assertThat(texts(statement, READINGS))
                        .containsExactly(
                                "p-3 1 410100 410181 contact.email true 2021-10-20T04:00:00.123456Z [\"0188a1b2-0000-7000-8000-000000000001\"] county",
                                "p-4 1 410000 410000 contact.email true 2021-10-20T04:00:01.000000Z [] province",
                                "p-3 2 410100 410181 dispatch.address true 2021-10-20T04:00:02.000000Z [] county 县工改办");
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
                .javaMigrations(new EncryptAddresses(encryption, digest));
    }

    private static List<String> texts(Statement statement, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(question)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }
}
