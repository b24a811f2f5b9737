package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The text as received: encrypted, and whoever is shown it is on record. */
@QuarkusTest
@OnRealServers
class TextReceivedTest {

    private static final String TEXT = "第3项：施工许可平均用时超过承诺时限";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Encryption encryption;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void liesEncryptedInTheDatabase() throws SQLException {
        String id = register("office:410400", "410481").path("id");

        try (Connection connection = dataSource.getConnection();
                PreparedStatement read =
                        connection.prepareStatement("select id, text_received from source_item where issue_id = ?")) {
            read.setObject(1, UUID.fromString(id));
            try (ResultSet found = read.executeQuery()) {
                found.next();
                byte[] stored = found.getBytes(2);
                assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("施工许可");
                assertThat(encryption.decrypt(stored, SourceItems.TEXT_RECEIVED, found.getObject(1, UUID.class)))
                        .isEqualTo(TEXT);
            }
        }
    }

    @Test
    void whoIsShownItIsOnRecordAndWhoIsNotIsNot() {
        String id = register("office:410400", "410481").path("id");
        assertThat(readers(id)).isEmpty();

        as("auditor:410400").get(ISSUES + id).then().statusCode(200);
        as("county:410481").get(ISSUES + id).then().statusCode(200);
        as("office:410500").get(ISSUES + id).then().statusCode(404);

        assertThat(readers(id)).containsExactly("source_item.text_received county 410481");
    }

    @Test
    void whatLayOpenIsEncryptedByTheMigration() throws SQLException {
        UUID issue = UUID.randomUUID();
        UUID item = UUID.randomUUID();
        String schema = "before_encryption";
        flyway(schema).target("3").load().migrate();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into before_encryption.issue (id, version, event_version, ledger_number, campaign_id, city_code, region_code,
                                                         source, description, category, severity, status, registered_at, registered_by)
                    values ('%1$s', 0, 1, 'ZG2021-410400-0001', gen_random_uuid(), '410400', '410400', 'MINI_PROGRAM', '描述', 'OTHER',
                            'LOW', 'REGISTERED', now(), 'p');
                    insert into before_encryption.source_item (id, issue_id, source, region_code, text_received, description_sha256,
                                                               source_key)
                    values ('%2$s', '%1$s', 'MINI_PROGRAM', '410400', '王某来电', 'd', 'k'),
                           (gen_random_uuid(), '%1$s', 'MINI_PROGRAM', '410400', null, 'e', 'l')
                    """.formatted(issue, item));

            flyway(schema).target("4").load().migrate();

            try (ResultSet found = statement.executeQuery(
                    "select text_received from before_encryption.source_item where text_received is not null")) {
                found.next();
                assertThat(encryption.decrypt(found.getBytes(1), SourceItems.TEXT_RECEIVED, item))
                        .isEqualTo("王某来电");
                assertThat(found.next()).isFalse();
            }
        } finally {
            flyway(schema).cleanDisabled(false).load().clean();
        }
    }

    private FluentConfiguration flyway(String schema) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .locations("db/migration")
                .javaMigrations(new EncryptTextsReceived(encryption));
    }

    private List<String> readers(String issue) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select data, entry::jsonb ->> 'role', region from personal_data_read where ? = any (owners) order by number")) {
            read.setObject(1, UUID.fromString(issue));
            try (ResultSet found = read.executeQuery()) {
                List<String> readers = new ArrayList<>();
                while (found.next()) {
                    readers.add(String.join(" ", found.getString(1), found.getString(2), found.getString(3)));
                }
                return readers;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
