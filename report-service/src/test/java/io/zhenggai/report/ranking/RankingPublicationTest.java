package io.zhenggai.report.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Caller;
import io.zhenggai.report.testsupport.IssueState;
import io.zhenggai.report.testsupport.Ledger;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import io.zhenggai.report.testsupport.PlanServiceStates;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class RankingPublicationTest {

    private static final String RANKINGS = "/api/v1/figures/rankings";
    private static final LocalDate DUE = LocalDate.of(2021, 11, 10);
    private static final Caller PROVINCE = new Caller("province");

    @Inject
    BusinessClock clock;

    @Inject
    History history;

    private Ledger ledger;
    private IssueState open;

    @BeforeEach
    void oneIssueIsOpen() throws Exception {
        clock.freezeAt(Instant.parse("2021-11-10T15:59:59Z"));
        ledger = new Ledger();
        open = ledger.issue("410100").dueOn(DUE);
        ledger.tell(open);
        ledger.awaitTotal(1);
        try (OtherServices others = new OtherServices()) {
            others.say("campaign.published.v1", ledger.campaign(), 1, PlanServiceStates.campaign(ledger.campaign()));
        }
        await().until(() -> publish(Map.of("title", "预备")).statusCode() == 201);
    }

    @AfterEach
    void disconnect() {
        ledger.close();
    }

    @Test
    void staysAsItWasWhenItWasPublished() throws Exception {
        Response published = publish(Map.of("title", "11月排名"));
        assertThat(published.statusCode()).isEqualTo(201);
        String location = published.header("Location");

        ledger.say("issue.closed.v1", 2, open.closedOn(DUE));
        await().until(() -> ledger.figures("province", "").getInt("total.closed") == 1);

        JsonPath read = new Caller("office:410200").request().get(location).jsonPath();
        assertThat(read.getMap("")).isEqualTo(published.jsonPath().getMap(""));
        assertThat(read.getString("title")).isEqualTo("11月排名");
        assertThat(read.getList("ranking.offices")).hasSize(18);
        assertThat(read.getInt("ranking.offices[0].closed")).isZero();
        assertThat(read.getBoolean("ranking.filter.ranked")).isTrue();
        assertThat(read.getList("addressees")).hasSize(18);
        assertThat(read.getString("publishedAt")).isEqualTo("2021-11-10T15:59:59Z");
    }

    @Test
    void isSeenByThoseWhomItIsForAndByTheProvince() {
        String path = publish(Map.of("title", "给洛阳", "addressees", List.of("410300", "410300")))
                .header("Location");

        for (String account : List.of(
                "province", "leader", "auditor", "office:410300", "indicator-lead:410300:发改委", "leader:410300")) {
            assertThat(new Caller(account).request().get(path).<List<String>>path("addressees"))
                    .as(account)
                    .containsExactly("410300");
            assertThat(titles(account)).as(account).contains("给洛阳");
        }
        for (String account : List.of("office:410100", "indicator-lead:410100:发改委", "leader:410100", "leader:410311")) {
            assertThat(new Caller(account).request().get(path).statusCode())
                    .as(account)
                    .isEqualTo(404);
            assertThat(titles(account)).as(account).doesNotContain("给洛阳");
        }
        for (String account : List.of("county:410311", "department:410300:住建局", "member-unit:省自然资源厅")) {
            assertThat(new Caller(account).request().get(path).statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"office:410100", "leader", "auditor", "indicator-lead:410100:发改委", "system:complaints"})
    void isPublishedByTheProvinceOnly(String account) {
        assertThat(publish(account, Map.of("title", "排名")).statusCode()).isEqualTo(403);
    }

    @Test
    void countsSelfInspectionWhereItIsAskedTo() {
        JsonPath ranking =
                publish(Map.of("title", "排名", "withSelfInspection", true)).jsonPath();

        assertThat(ranking.getBoolean("ranking.filter.ranked")).isFalse();
    }

    @Test
    void isPublishedOnceHoweverOftenItIsSent() {
        Header key = new Header("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> body = Map.of("campaignId", ledger.campaign(), "title", "只发一次");

        String first = PROVINCE.request().header(key).body(body).post(RANKINGS).path("id");
        String second = PROVINCE.request().header(key).body(body).post(RANKINGS).path("id");

        assertThat(second).isEqualTo(first);
        assertThat(titles("province")).containsOnlyOnce("只发一次");
    }

    @Test
    void whoPublishedWhatIsOnRecord() {
        UUID id = UUID.fromString(
                publish(Map.of("title", "记录", "addressees", List.of("410300"))).path("id"));

        List<HistoryEntry> entries = history.of("ranking", id);

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).action()).isEqualTo("PUBLISH");
        assertThat(entries.get(0).changes().fieldNames()).toIterable().contains("title", "addressees", "ranking");
    }

    @Test
    void pagesThroughTheList() {
        publish(Map.of("title", "一"));
        publish(Map.of("title", "二"));
        String first = RANKINGS + "?limit=2&total=true&campaignId=" + ledger.campaign();

        JsonPath page = PROVINCE.request().get(first).jsonPath();

        assertThat(page.getList("items.title")).containsExactly("二", "一");
        assertThat(page.getInt("total")).isEqualTo(3);
        assertThat(page.getMap("items[0]")).doesNotContainKeys("ranking", "number");
        assertThat(PROVINCE.request()
                        .get(first + "&cursor=" + page.getString("next"))
                        .jsonPath()
                        .getList("items.title"))
                .containsExactly("预备");
    }

    @ParameterizedTest
    @CsvSource({
        "title, ' ', 400, title",
        "addressees, 41, 400, addressees[0]",
        "addressees, 410311, 422, addressees[0]",
        "addressees, 410000, 422, addressees[0]",
        "campaignId, 00000000-0000-7000-8000-000000000000, 422, campaignId"
    })
    void namesTheFieldThatIsWrong(String field, String value, int status, String named) {
        Map<String, Object> body = new HashMap<>(Map.of("title", "排名"));
        body.put(field, field.equals("addressees") ? List.of(value) : value);

        publish(body).then().statusCode(status).body("violations[0].field", equalTo(named));
    }

    private static Response publish(String account, Map<String, Object> body, UUID campaign) {
        Map<String, Object> whole = new HashMap<>(Map.of("campaignId", campaign));
        whole.putAll(body);
        return new Caller(account).request().body(whole).post(RANKINGS);
    }

    private Response publish(String account, Map<String, Object> body) {
        return publish(account, body, ledger.campaign());
    }

    private Response publish(Map<String, Object> body) {
        return publish("province", body);
    }

    private List<String> titles(String account) {
        return new Caller(account)
                .request()
                .get(RANKINGS + "?limit=200&campaignId=" + ledger.campaign())
                .jsonPath()
                .getList("items.title");
    }
}
