package io.zhenggai.issue.finding;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.complaint;
import static io.zhenggai.issue.testsupport.Api.ownFinding;
import static io.zhenggai.issue.testsupport.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class TextSearchResourceTest {

    private static final String OFFICE = "office:410600";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void twoCharactersAreEnough() {
        String word = word(2);
        String number = registered("竣工" + word + "验收");

        assertThat(found(OFFICE, word)).containsExactly(number);
        assertThat(found(OFFICE, "工" + word + "验")).containsExactly(number);
        assertThat(found(OFFICE, "收" + word)).isEmpty();
    }

    @Test
    void widthAndCaseDoNotMatter() {
        String word = word(3);
        String number = registered("ＢＩＭ" + word + "第 ７ 项");

        assertThat(found(OFFICE, "bim" + word + "第7项")).containsExactly(number);
        assertThat(found(OFFICE, "ｂＩｍ" + word)).containsExactly(number);
    }

    @Test
    void allOfTheWordsAreHeldInWhateverOrder() {
        String word = word(4);
        String one = registered(word + "办理规划许可");
        String both = registered("竣工验收" + word + "办理规划许可");

        assertThat(found(OFFICE, word)).containsExactly(both, one);
        assertThat(found(OFFICE, "规划许可 " + word + "　竣工验收")).containsExactly(both);
    }

    @Test
    void whatTheOfficialsWriteLaterIsFoundAndWhatTheyCorrectIsNot() {
        String was = word(3);
        String cause = word(3);
        String is = word(3);
        Response issue = as(OFFICE).body(ownFinding("410600", "问题" + was)).post("/api/v1/issues");
        String number = issue.path("ledgerNumber");
        issue = act(OFFICE, issue, "corrections", "{\"description\": \"问题%s\", \"reason\": \"录入有误\"}".formatted(is));
        issue = act(OFFICE, issue, "assignments", ASSIGNMENT);
        issue = act(OFFICE, issue, "acknowledgements", "");
        act(OFFICE, issue, "cause-analyses", """
                {"causeAnalysis": "%s", "rectificationGoal": "压减办理时间", "leadUnit": "林业%s", "cooperatingUnits": ["水利%s"],
                 "responsiblePerson": "张建设"}
                """.formatted(cause, cause, is))
                .then()
                .statusCode(200);

        assertThat(found(OFFICE, was)).isEmpty();
        assertThat(found(OFFICE, is)).containsExactly(number);
        assertThat(found(OFFICE, cause)).containsExactly(number);
        assertThat(found(OFFICE, "林业" + cause + " 水利" + is)).containsExactly(number);
        assertThat(found(OFFICE, number)).contains(number);
    }

    @Test
    void everyDocumentThatItWasFoundInIsFound() {
        String first = "豫办〔2021〕" + word(3);
        String second = "豫督〔2021〕" + word(3);
        Response issue = as("province")
                .body("""
                {"campaignId": "%s", "region": "410600", "description": "施工许可核发超过承诺时限", "category": "TIME", "severity": "GENERAL",
                 "sourceItem": {"source": "NATIONAL_CIRCULAR", "documentNumber": "%s", "itemNumber": "1"}}
                """.formatted(OtherServices.CAMPAIGN_2021, first))
                .post("/api/v1/issues");
        issue = act("province", issue, "source-items", """
                {"source": "NATIONAL_CIRCULAR", "documentNumber": "%s", "itemNumber": "1", "dated": "2021-10-18"}
                """.formatted(second));
        issue.then().statusCode(200);
        String cause = word(3);
        act("province", issue, "corrections", "{\"description\": \"%s\", \"reason\": \"录入有误\"}".formatted(cause));

        assertThat(found("province", first)).containsExactly(issue.<String>path("ledgerNumber"));
        assertThat(found("province", second + " " + cause)).containsExactly(issue.<String>path("ledgerNumber"));
    }

    @Test
    void neitherWhoComplainedNorWhatTheyWroteIsSearched() {
        String document = unique();
        as("system:complaints")
                .body(complaint("410600", document))
                .post("/api/v1/issues")
                .then()
                .statusCode(201);

        assertThat(found("province", document)).hasSize(1);
        assertThat(found("province", document + " 李建国")).isEmpty();
        assertThat(found("province", document + " 13800138000")).isEmpty();
        assertThat(found("province", document + " 跑了五趟")).isEmpty();
    }

    @Test
    void anotherRegionFindsNothing() {
        String word = word(4);
        registered(word);

        assertThat(found("office:410700", word)).isEmpty();
        assertThat(found("department:410600:林业局", word)).isEmpty();
        assertThat(found("province", word)).hasSize(1);
        assertThat(as("office:410700")
                        .queryParam("q", word)
                        .get("/api/v1/issues?total=true")
                        .<Integer>path("total"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"施", "施工 许", "𠮷", " ", "%", "一 二 三 四 五 六 七 八 九 十 百"})
    void oneCharacterIsTooFew(String question) {
        as(OFFICE)
                .queryParam("q", question)
                .get("/api/v1/issues")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("q"))
                .body("violations[0].message", equalTo("每个检索词至少两个字"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%_", "''", "\\\\", ":word0", "𠮷野", "施工 许可 验收 规划 时间 成本 环节 质量 服务 政策"})
    void whateverIsAskedForIsNoMoreThanText(String question) {
        as(OFFICE)
                .queryParam("q", question)
                .get("/api/v1/issues?total=true")
                .then()
                .statusCode(200);
    }

    @Test
    void tenWordsAndNotOneMore() {
        as(OFFICE)
                .queryParam("q", "施工 许可 验收 规划 时间 成本 环节 质量 服务 政策 图审")
                .get("/api/v1/issues")
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("检索词最多 10 个"));
    }

    @Test
    void whatLiesDeeperThanIsTriedIsFoundByTheIndex() throws Exception {
        String word = word(4);
        clock.freezeAt(Instant.parse("2021-10-19T01:00:00Z"));
        String elder = registered("办理规划许可" + word);
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        String younger = registered(word + "竣工验收");
        severalAreRegisteredAtOnce();

        assertThat(found(OFFICE, word)).containsExactly(younger, elder);
        assertThat(found("office:410100", word)).isEmpty();
    }

    /** As a build between the releases has left them. */
    @Test
    void whatDoesNotTellWhenItWasRegisteredTellsItAfterTheMigration() throws Exception {
        registered(word(4));
        String untold = "select count(*) from issue_text where not exists"
                + " (select from unnest(pairs) as pair where pair between -131072 and -65537)";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update issue_text set pairs = array(select pair from unnest(pairs) as pair"
                    + " where pair not between -131072 and -65537)");
            assertThat(counted(statement, untold)).isPositive();

            try (InputStream migration =
                    getClass().getResourceAsStream("/db/migration/V18__narrow_searches_by_time.sql")) {
                statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
            }

            assertThat(counted(statement, untold)).isZero();
            assertThat(counted(statement, "select count(*) from pg_indexes where indexname = 'issue_text_pairs'"))
                    .isOne();
        }
    }

    private static int counted(Statement statement, String sql) throws SQLException {
        try (ResultSet counted = statement.executeQuery(sql)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private void severalAreRegisteredAtOnce() throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into issue (id, version, event_version, ledger_number, campaign_id, city_code, region_code, source, description,
                                           category, severity, status, registered_at, registered_by)
                        select gen_random_uuid(), 0, 1, 'ZG2021-410600-' || (7000000 + n), ?, '410600', '410600', 'EVALUATION', '用于检索', 'TIME',
                               'GENERAL', 'REGISTERED', timestamptz '2021-10-20T01:00:01Z', 'province'
                        from generate_series(1, 1100) as n
                        """)) {
            insert.setObject(1, OtherServices.CAMPAIGN_2021);
            insert.executeUpdate();
        }
    }

    private static String registered(String description) {
        Response registered = as(OFFICE).body(ownFinding("410600", description)).post("/api/v1/issues");
        registered.then().statusCode(201);
        return registered.path("ledgerNumber");
    }

    private static List<String> found(String account, String question) {
        Response list = as(account).queryParam("q", question).get("/api/v1/issues");
        list.then().statusCode(200);
        return list.path("items.ledgerNumber");
    }

    /** Characters that nobody has written together before. */
    private static String word(int length) {
        return ThreadLocalRandom.current()
                .ints(length, 0x4E00, 0x9FA5)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
