package io.zhenggai.issue.view;

import static io.zhenggai.issue.testsupport.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.issue.testsupport.Api;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class SavedViewResourceTest {

    private static final String VIEWS = "/api/v1/issue-views";
    private static final String OFFICE = "office:411500";
    private static final String EVERYTHING = "{}";

    @Inject
    BusinessClock clock;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void nobodyKeepsAnything() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
        execute("delete from issue_view");
    }

    @Test
    void isKeptUnderItsNameAndReadAgain() {
        Response kept = as(OFFICE).body("""
                        {"name": " 逾期未结 ", "filter": {"status": ["ASSIGNED", "IN_RECTIFICATION"], "overdue": true, "q": "施工 许可",
                         "deadlineTo": "2021-12-31"}, "sort": "DEADLINE", "direction": "DESC"}
                        """).post(VIEWS);

        assertThat(kept.statusCode()).as(kept.asString()).isEqualTo(201);
        String id = kept.path("id");
        assertThat(kept.header("Location")).isEqualTo(VIEWS + "/" + id);
        assertThat(kept.header("ETag")).isEqualTo("\"0.2021-10-20\"");
        kept.then()
                .body("version", equalTo(0))
                .body("name", equalTo("逾期未结"))
                .body("filter.status", contains("ASSIGNED", "IN_RECTIFICATION"))
                .body("filter.overdue", equalTo(true))
                .body("filter.city", nullValue())
                .body("sort", equalTo("DEADLINE"))
                .body("direction", equalTo("DESC"))
                .body(
                        "query",
                        equalTo("status=ASSIGNED&status=IN_RECTIFICATION&q=%E6%96%BD%E5%B7%A5%20%E8%AE%B8%E5%8F%AF"
                                + "&deadlineTo=2021-12-31&overdue=true&sort=DEADLINE&direction=DESC"))
                .body("outdated", empty());
        Response read = as(OFFICE).get(VIEWS + "/" + id);
        assertThat(read.asString()).isEqualTo(kept.asString());
        assertThat(read.header("ETag")).isEqualTo(kept.header("ETag"));
        as(OFFICE)
                .header("If-None-Match", read.header("ETag"))
                .get(VIEWS + "/" + id)
                .then()
                .statusCode(304);
        assertThat(as(OFFICE).get(VIEWS).<List<Object>>path("items")).containsExactly(read.<Object>path("$"));
    }

    /** As it is, without being encoded or put together anew. */
    @Test
    void theListTakesTheQueryAsItIs() {
        String description = "+ 100% 的材料 & 流程 #1 " + Api.unique();
        Api.registerOwnFinding(OFFICE, "411500").then().statusCode(201);
        as(OFFICE)
                .body(Api.ownFinding("411500", description))
                .post(Api.ISSUES)
                .then()
                .statusCode(201);
        String query = keep(OFFICE, "一件", "{\"q\": \"100% 流程 #1 " + description.split(" ")[6] + "\"}")
                .path("query");

        as(OFFICE)
                .urlEncodingEnabled(false)
                .get("/api/v1/issues?" + query + "&total=true")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].description", equalTo(description));
    }

    @Test
    void everythingIsAViewToo() {
        keep(OFFICE, "全部", EVERYTHING)
                .then()
                .statusCode(201)
                .body("filter", anEmptyMap())
                .body("sort", nullValue())
                .body("direction", nullValue())
                .body("query", equalTo(""));
    }

    @Test
    void listsOnesOwnByTheirNames() {
        keep(OFFICE, "b", EVERYTHING);
        keep(OFFICE, "c", EVERYTHING);
        keep(OFFICE, "a", EVERYTHING);
        keep(OFFICE + ":2", "d", EVERYTHING);

        as(OFFICE).get(VIEWS).then().statusCode(200).body("items.name", contains("a", "b", "c"));
        as(OFFICE + ":2").get(VIEWS).then().body("items.name", contains("d"));
        as("county:411503").get(VIEWS).then().body("items", empty());
        as(OFFICE).get(VIEWS + "?limit=1").then().statusCode(400).body("violations.field", contains("limit"));
    }

    @Test
    void anotherPersonsIsNotThere() {
        Response kept = keep(OFFICE, "逾期", EVERYTHING);
        String path = kept.header("Location");

        for (String other : List.of(OFFICE + ":2", "province", "auditor")) {
            as(other).get(path).then().statusCode(404);
            as(other)
                    .header("If-Match", "*")
                    .body(view("别的", EVERYTHING))
                    .put(path)
                    .then()
                    .statusCode(404);
            as(other).header("If-Match", "*").delete(path).then().statusCode(404);
        }
        as(OFFICE).get(path).then().statusCode(200).body("version", equalTo(0));
        as(OFFICE).get(VIEWS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "province",
                "member-unit:省自然资源厅",
                "office:411500",
                "indicator-lead:411500:发改委",
                "county:411503",
                "department:411500:住建局",
                "leader",
                "auditor:411500"
            })
    void isForEverybodyWhoListsIssues(String account) {
        Response kept = keep(account, "逾期", "{\"overdue\": true}");
        String path = kept.header("Location");

        assertThat(kept.statusCode()).isEqualTo(201);
        as(account).get(VIEWS).then().statusCode(200).body("items", hasSize(1));
        as(account)
                .header("If-Match", "*")
                .body(view("全部", EVERYTHING))
                .put(path)
                .then()
                .statusCode(200);
        as(account).header("If-Match", "*").delete(path).then().statusCode(204);
    }

    @Test
    void isNotForMachines() {
        keep("system:complaints", "逾期", EVERYTHING).then().statusCode(403);
        as("system:complaints").get(VIEWS).then().statusCode(403);
    }

    @Test
    void isChangedAsAWhole() {
        Response kept = keep(OFFICE, "逾期", "{\"overdue\": true}");

        Response changed = as(OFFICE)
                .header("If-Match", kept.header("ETag"))
                .body("{\"name\": \"红灯\", \"filter\": {\"light\": [\"RED\"]}, \"sort\": \"SEVERITY\"}")
                .put(kept.header("Location"));

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1.2021-10-20\"");
        changed.then()
                .body("name", equalTo("红灯"))
                .body("filter.overdue", nullValue())
                .body("query", equalTo("light=RED&sort=SEVERITY"));
        assertThat(as(OFFICE).get(kept.header("Location")).asString()).isEqualTo(changed.asString());
    }

    @Test
    void isChangedAndRemovedByWhoHasSeenItOnly() {
        Response kept = keep(OFFICE, "逾期", EVERYTHING);
        String path = kept.header("Location");
        String seen = kept.header("ETag");
        as(OFFICE)
                .header("If-Match", seen)
                .body(view("红灯", EVERYTHING))
                .put(path)
                .then()
                .statusCode(200);

        as(OFFICE).body(view("黄灯", EVERYTHING)).put(path).then().statusCode(428);
        as(OFFICE)
                .header("If-Match", seen)
                .body(view("黄灯", EVERYTHING))
                .put(path)
                .then()
                .statusCode(412);
        as(OFFICE).delete(path).then().statusCode(428);
        as(OFFICE).header("If-Match", seen).delete(path).then().statusCode(412);
        as(OFFICE).get(path).then().statusCode(200).body("name", equalTo("红灯")).body("version", equalTo(1));

        as(OFFICE).header("If-Match", "\"1.2021-10-20\"").delete(path).then().statusCode(204);
        as(OFFICE).get(path).then().statusCode(404);
    }

    @Test
    void aNameIsTakenOnceByEachPerson() {
        keep(OFFICE, "逾期", EVERYTHING);
        Response other = keep(OFFICE, "红灯", EVERYTHING);

        keep(OFFICE, " 逾期 ", EVERYTHING).then().statusCode(409).body("violations.field", contains("name"));
        as(OFFICE)
                .header("If-Match", "*")
                .body(view("逾期", EVERYTHING))
                .put(other.header("Location"))
                .then()
                .statusCode(409)
                .body("violations.field", contains("name"));
        keep(OFFICE + ":2", "逾期", EVERYTHING).then().statusCode(201);
        as(OFFICE)
                .header("If-Match", "*")
                .body(view("红灯", "{\"light\": [\"RED\"]}"))
                .put(other.header("Location"))
                .then()
                .statusCode(200);
    }

    /** Each of 60 characters is two units of UTF-16. */
    @Test
    void aNameHasSixtyCharactersAtTheMost() {
        keep(OFFICE, "𠮷".repeat(60), EVERYTHING).then().statusCode(201);
        keep(OFFICE, "𠮷".repeat(61), EVERYTHING).then().statusCode(400).body("violations.field", contains("name"));
        keep(OFFICE, "x", EVERYTHING).then().statusCode(201);
    }

    @Test
    void aPersonKeepsFiftyAtTheMost() {
        IntStream.rangeClosed(1, 49)
                .forEach(
                        number -> keep(OFFICE, "查询" + number, EVERYTHING).then().statusCode(201));
        Response fiftieth = keep(OFFICE, "查询50", EVERYTHING);
        assertThat(fiftieth.statusCode()).isEqualTo(201);

        keep(OFFICE, "查询51", EVERYTHING).then().statusCode(409).body("violations", nullValue());
        as(OFFICE).get(VIEWS).then().body("items", hasSize(50));
        keep(OFFICE + ":2", "查询51", EVERYTHING).then().statusCode(201);
        as(OFFICE)
                .header("If-Match", "*")
                .delete(fiftieth.header("Location"))
                .then()
                .statusCode(204);
        keep(OFFICE, "查询51", EVERYTHING).then().statusCode(201);
    }

    @Test
    void ofManyAtOnceOneHasTheNameAndTheOthersAreTold() {
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(CompletableFuture.supplyAsync(
                    () -> keep(OFFICE, "逾期", EVERYTHING).statusCode()));
        }

        assertThat(all.stream().map(CompletableFuture::join))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"filter\": {}}' | name",
                "'{\"name\": \"\", \"filter\": {}}' | name",
                "'{\"name\": \"  \", \"filter\": {}}' | name",
                "'{\"name\": \"a\\nb\", \"filter\": {}}' | name",
                "'{\"name\": \"a\"}' | filter",
                "'{\"name\": \"a\", \"filter\": null}' | filter",
                "'{\"name\": \"a\", \"filter\": {}, \"mood\": 1}' | mood",
                "'{\"name\": \"a\", \"filter\": {\"mood\": 1}}' | filter.mood",
                "'{\"name\": \"a\", \"filter\": {\"city\": [\"4101\"]}}' | filter.city[0]",
                "'{\"name\": \"a\", \"filter\": {\"city\": [\"410100\", null]}}' | filter.city[1]",
                "'{\"name\": \"a\", \"filter\": {\"city\": \"410100\"}}' | filter.city",
                "'{\"name\": \"a\", \"filter\": {\"status\": [\"DREAMT_OF\"]}}' | filter.status[0]",
                "'{\"name\": \"a\", \"filter\": {\"status\": [null]}}' | filter.status[0]",
                "'{\"name\": \"a\", \"filter\": {\"campaignId\": [null]}}' | filter.campaignId[0]",
                "'{\"name\": \"a\", \"filter\": {\"leadUnit\": [\" \"]}}' | filter.leadUnit[0]",
                "'{\"name\": \"a\", \"filter\": {\"number\": \"\"}}' | filter.number",
                "'{\"name\": \"a\", \"filter\": {\"q\": \"验\"}}' | filter.q",
                "'{\"name\": \"a\", \"filter\": {\"closedFrom\": \"2021-02-30\"}}' | filter.closedFrom",
                "'{\"name\": \"a\", \"filter\": {\"closedFrom\": \"2021-11-02\", \"closedTo\": \"2021-11-01\"}}' | filter.closedTo",
                "'{\"name\": \"a\", \"filter\": {\"overdue\": \"true\"}}' | filter.overdue",
                "'{\"name\": \"a\", \"filter\": {}, \"sort\": \"WHIM\"}' | sort",
                "'{\"name\": \"a\", \"filter\": {}, \"direction\": \"DOWN\"}' | direction",
            })
    void namesTheFieldThatIsNotOfItsForm(String body, String field) {
        Response kept = keep(OFFICE, "逾期", EVERYTHING);

        as(OFFICE).body(body).post(VIEWS).then().statusCode(400).body("violations.field", everyItem(equalTo(field)));
        as(OFFICE)
                .header("If-Match", "*")
                .body(body)
                .put(kept.header("Location"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
        as(OFFICE).get(VIEWS).then().body("items", hasSize(1)).body("items[0].version", equalTo(0));
    }

    @Test
    void whatIsSentAgainIsKeptOnce() {
        String key = UUID.randomUUID().toString();
        RequestSpecification request = as(OFFICE).header("Idempotency-Key", key).body(view("逾期", EVERYTHING));

        Response first = request.post(VIEWS);
        Response again = as(OFFICE)
                .header("Idempotency-Key", key)
                .body(view("逾期", EVERYTHING))
                .post(VIEWS);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        as(OFFICE).get(VIEWS).then().body("items", hasSize(1));
    }

    /** A release has dropped a status: the view is shown, told apart, and never asks for more than was meant. */
    @Test
    void whatARemovedValueWasKeptInIsStillListed() throws Exception {
        Response kept = keep(OFFICE, "逾期", "{\"city\": [\"411500\"], \"status\": [\"ASSIGNED\"]}");
        keep(OFFICE, "红灯", "{\"light\": [\"RED\"]}");
        execute("update issue_view set question = replace(question, 'ASSIGNED', 'DREAMT_OF')");

        Response list = as(OFFICE).get(VIEWS);

        list.then().statusCode(200).body("items", hasSize(2));
        Response read = as(OFFICE).get(kept.header("Location"));
        read.then()
                .statusCode(200)
                .body("outdated", contains("status"))
                .body("filter.city", contains("411500"))
                .body("filter.status", nullValue())
                .body("query", equalTo("city=411500&status=DREAMT_OF"));
        as(OFFICE)
                .urlEncodingEnabled(false)
                .get("/api/v1/issues?" + read.path("query"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("status"));
        as(OFFICE)
                .header("If-Match", read.header("ETag"))
                .body(view("逾期", "{\"city\": [\"411500\"]}"))
                .put(kept.header("Location"))
                .then()
                .statusCode(200)
                .body("outdated", empty());
    }

    private static Response keep(String account, String name, String filter) {
        return as(account).body(view(name, filter)).post(VIEWS);
    }

    private static String view(String name, String filter) {
        return "{\"name\": \"%s\", \"filter\": %s}".formatted(name, filter);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
