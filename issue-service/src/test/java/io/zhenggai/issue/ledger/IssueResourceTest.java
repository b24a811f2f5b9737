package io.zhenggai.issue.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class IssueResourceTest {

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.publishCampaign2021();
        await().until(() -> register("province", "410100").statusCode() == 201);
    }

    @Test
    void refusesWithoutToken() {
        given().get("/api/v1/issues")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("https://zhenggai.io/problems/unauthenticated"))
                .body("title", equalTo("未登录或登录已失效"));
    }

    @Test
    void registersAndShowsWhatWasRegistered() {
        Response registered = register("office:410100", "410181");

        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(registered.header("ETag")).isEqualTo("\"0.2021-10-20\"");
        String number = registered.path("ledgerNumber");
        assertThat(number).matches("ZG2021-410100-\\d{4}");
        as("office:410100")
                .get("/api/v1/issues/" + number)
                .then()
                .statusCode(200)
                .body("status", equalTo("REGISTERED"))
                .body("region", equalTo("410181"))
                .body("legalMoves", containsInAnyOrder("ASSIGN"))
                .body("sourceItems[0].source", equalTo("SYSTEM_SCORECARD"));
    }

    @Test
    void anotherRegionsIssueIsNotThere() {
        String id = register("office:410100", "410100").path("id");

        as("office:410200").get("/api/v1/issues/" + id).then().statusCode(404);
        as("office:410200").get("/api/v1/issues").then().statusCode(200).body("items.id", not(hasItem(id)));
        as("office:410200")
                .header("If-Match", "*")
                .post("/api/v1/issues/" + id + "/acknowledgements")
                .then()
                .statusCode(404);
    }

    @Test
    void aForeignRegionIsRefusedLikeAnUnknownOne() {
        Response foreign = register("office:410200", "410100");
        Response unknown = register("office:410200", "419999");

        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(foreign.<String>path("violations[0].message")).isEqualTo(unknown.path("violations[0].message"));
    }

    @Test
    void namesAMisspeltField() {
        as("province")
                .contentType(ContentType.JSON)
                .body("{\"campainId\": \"x\"}")
                .post("/api/v1/issues")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("campainId"));
    }

    @Test
    void theSameSourceItemIsRegisteredOnce() {
        String body = body("410100", "成绩单第" + UUID.randomUUID() + "期");
        as("province").body(body).post("/api/v1/issues").then().statusCode(201);

        as("province").body(body).post("/api/v1/issues").then().statusCode(409);
    }

    @Test
    void pagesThroughTheListWithTheLink() {
        register("office:411000", "411000");
        register("office:411000", "411000");
        Response first = as("office:411000").get("/api/v1/issues?limit=1&total=true");
        assertThat(first.<Integer>path("total")).isEqualTo(2);
        String next = first.header("Link").replaceAll("<(.*)>.*", "$1");

        Response second = as("office:411000").urlEncodingEnabled(false).get(next);

        assertThat(second.<Integer>path("items.size()")).isEqualTo(1);
        assertThat(second.<String>path("items[0].id")).isNotEqualTo(first.path("items[0].id"));
        assertThat(second.<String>path("next")).isNull();
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() {
        register("office:411100", "411100");
        register("office:411100", "411100");
        String cursor = as("office:411100").get("/api/v1/issues?limit=1").path("next");

        as("office:411100")
                .get("/api/v1/issues?limit=1&status=CLOSED&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    private static Response register(String account, String region) {
        return as(account).body(body(region, UUID.randomUUID().toString())).post("/api/v1/issues");
    }

    private static String body(String region, String document) {
        return """
                {"campaignId": "%s", "region": "%s", "description": "施工许可核发超过承诺时限",
                 "category": "TIME", "severity": "GENERAL",
                 "sourceItem": {"source": "SYSTEM_SCORECARD", "documentNumber": "%s", "itemNumber": "3",
                   "dated": "2021-10-18", "textReceived": "第3项：施工许可平均用时超过承诺时限"}}
                """.formatted(OtherServices.CAMPAIGN_2021, region, document);
    }

    private static RequestSpecification as(String account) {
        return given().auth().oauth2(Infrastructure.current().token(account)).contentType(ContentType.JSON);
    }
}
