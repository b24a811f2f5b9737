package io.zhenggai.issue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was registered by an older release is found by this one. */
@QuarkusTest
@OnRealServers
class MigrationTest {

    private static final String SCHEMA = "before_source_keys";

    @Inject
    AgroalDataSource dataSource;

    private long stored;

    @AfterEach
    void schemaIsGone() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
        }
    }

    @Test
    void sourceItemsThatWereThereHaveTheKeysOfTheSameItemsNow() throws SQLException {
        List<NewIssue> registered = List.of(
                newIssue("通报第９ 号", "１（２）", LocalDate.of(2021, 10, 18), "施工许可核发超时"),
                newIssue("通报第9号", null, null, "联合验收，未统一\u3000受理\u200B\u2066\u061C。\uFFF9\uDB40\uDC20"),
                newIssue(null, "3", LocalDate.of(2021, 1, 2), "自查发现 ＢＩＭ 审查\n缓慢"),
                newIssue(null, null, null, "自查发现"));
        migrate("2");
        for (NewIssue issue : registered) {
            store(issue);
        }

        migrate("3");

        assertThat(keys())
                .containsExactlyElementsOf(registered.stream()
                        .map(issue -> SourceKey.of(issue).digest())
                        .toList());
    }

    @Test
    void itemsThatAreAlikeByTheNewRuleOnlyStayTwo() throws SQLException {
        NewIssue half = newIssue("通报第9号", "1", null, "施工许可核发超时");
        migrate("2");
        store(half);
        store(newIssue("通报第９号", "１", null, "施工许可核发超时"));

        migrate("3");

        assertThat(keys()).hasSize(2).contains(SourceKey.of(half).digest());
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static NewIssue newIssue(
            @Nullable String document, @Nullable String item, @Nullable LocalDate dated, String description) {
        return new NewIssue(
                OtherServices.CAMPAIGN_2021,
                "410100",
                description,
                Category.TIME,
                Severity.GENERAL,
                new SourceItem(IssueSource.SELF_INSPECTION, document, item, dated, null));
    }

    private void store(NewIssue from) throws SQLException {
        UUID id = new UUID(0, ++stored);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement issue = connection.prepareStatement("insert into " + SCHEMA + ".issue (id, version,"
                        + " event_version, ledger_number, campaign_id, city_code, region_code, source, description, category,"
                        + " severity, status, registered_at, registered_by)"
                        + " values (?, 0, 1, ?, ?, '410100', ?, ?, ?, 'TIME', 'GENERAL', 'REGISTERED', now(), 'x')");
                PreparedStatement item =
                        connection.prepareStatement("insert into " + SCHEMA + ".source_item (id, issue_id,"
                                + " source, document_number, item_number, region_code, dated, campaign_id, description_sha256)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            issue.setObject(1, id);
            issue.setString(2, id.toString());
            issue.setObject(3, from.campaignId());
            issue.setString(4, from.region());
            issue.setString(5, from.sourceItem().source().name());
            issue.setString(6, from.description());
            issue.executeUpdate();
            item.setObject(1, id);
            item.setObject(2, id);
            item.setString(3, from.sourceItem().source().name());
            item.setString(4, from.sourceItem().documentNumber());
            item.setString(5, from.sourceItem().itemNumber());
            item.setString(6, from.region());
            item.setObject(7, from.sourceItem().dated());
            item.setObject(8, from.campaignId());
            item.setString(9, id.toString());
            item.executeUpdate();
        }
    }

    private List<String> keys() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select array_agg(source_key order by id) from " + SCHEMA + ".source_item")) {
            found.next();
            return List.of((String[]) found.getArray(1).getArray());
        }
    }
}
