package io.zhenggai.issue.ledger;

import static io.restassured.RestAssured.given;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.ownFinding;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.scorecardItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@OnRealServers
class IssueResourceTest {

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
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
                .body(
                        "legalMoves",
                        containsInAnyOrder("ASSIGN", "REJECT", "CORRECT", "ADD_SOURCE_ITEM", "SPLIT", "MERGE"))
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
        String body = scorecardItem("410100", "成绩单第" + UUID.randomUUID() + "期");
        String number = as("province").body(body).post("/api/v1/issues").path("ledgerNumber");

        as("province")
                .body(body)
                .post("/api/v1/issues")
                .then()
                .statusCode(409)
                .body("detail", containsString("编号 " + number));
    }

    @Test
    void theSameItemInOtherWidthIsTheSameAndAnotherDescriptionIsAnotherItem() {
        String document = "通报" + UUID.randomUUID() + "第9号";
        String body = scorecardItem("410100", document);
        as("province").body(body).post("/api/v1/issues").then().statusCode(201);
        as("province")
                .body(body.replace("第9号", "第９ 号").replace("\"3\"", "\"３\""))
                .post("/api/v1/issues")
                .then()
                .statusCode(409);
        String unnumbered = body.replace("\"itemNumber\": \"3\",", "");
        as("province").body(unnumbered).post("/api/v1/issues").then().statusCode(201);
        as("province").body(unnumbered).post("/api/v1/issues").then().statusCode(409);
        as("province")
                .body(unnumbered.replace("施工许可核发", "联合验收"))
                .post("/api/v1/issues")
                .then()
                .statusCode(201);
    }

    @Test
    void anotherUnitsNumberIsNotToldToADepartment() {
        String body =
                scorecardItem("410100", UUID.randomUUID().toString()).replace("SYSTEM_SCORECARD", "SELF_INSPECTION");
        String number =
                as("department:410100:住建局").body(body).post("/api/v1/issues").path("ledgerNumber");

        as("department:410100:住建局").body(body).post("/api/v1/issues").then().body("detail", containsString(number));
        as("department:410100:政务服务局")
                .body(body)
                .post("/api/v1/issues")
                .then()
                .statusCode(409)
                .body("detail", not(containsString("ZG")));
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

    @Test
    void aSourceItemNeedsNeitherDateNorText() {
        Response registered = registerOwnFinding("county:410181", "410181");

        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(registered.<Object>path("sourceItems[0].dated")).isNull();
        assertThat(registered.<Object>path("sourceItems[0].textReceived")).isNull();
    }

    @Test
    void theSameWordsWithoutDocumentAreRegisteredOnce() {
        String body = ownFinding("410100", "按两下登记" + UUID.randomUUID());
        as("office:410100").body(body).post("/api/v1/issues").then().statusCode(201);

        as("office:410100").body(body).post("/api/v1/issues").then().statusCode(409);
    }

    @Test
    void aRefusedRegistrationGivesItsNumberBack() {
        String body = scorecardItem("411200", UUID.randomUUID().toString());
        String first = as("province").body(body).post("/api/v1/issues").path("ledgerNumber");
        as("province").body(body).post("/api/v1/issues").then().statusCode(409);

        String second = register("province", "411200").path("ledgerNumber");

        assertThat(LedgerNumber.parse(second).orElseThrow().number())
                .isEqualTo(LedgerNumber.parse(first).orElseThrow().number() + 1);
    }

    @Test
    void whoHasJustPublishedRegistersAtOnce() throws Exception {
        UUID campaign = UUID.randomUUID();
        OtherServices.publish(campaign);

        Response registered = as("province")
                .body(scorecardItem("410100", UUID.randomUUID().toString())
                        .replace(OtherServices.CAMPAIGN_2021.toString(), campaign.toString()))
                .post("/api/v1/issues");

        assertThat(registered.statusCode()).isEqualTo(201);
    }

    @Test
    void aCampaignThatNeverArrivesIsNamed() {
        as("province")
                .body(scorecardItem("410100", "1")
                        .replace(
                                OtherServices.CAMPAIGN_2021.toString(),
                                UUID.randomUUID().toString()))
                .post("/api/v1/issues")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("campaignId"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"施工许可核发超过承诺时限\"|\" \\u3000\\t\"|description",
                "\"2021-10-18\"|\"2021-10-21\"|sourceItem.dated",
                "\"2021-10-18\"|\"2021-02-30\"|sourceItem.dated",
                "\"TIME\"|\"SPEED\"|category",
                "\"TIME\"|1|category",
                "\"410100\"|\"郑州\"|region",
                "\"SYSTEM_SCORECARD\"|\"OTHER_SUPERVISION\"|sourceItem.source",
                "\"itemNumber\": \"3\"|\"itemNumber\": \"a\\u0000\"|sourceItem.itemNumber"
            })
    void aWrongFieldIsNamedAndNothingIsStored(String right, String wrong, String field) {
        String document = UUID.randomUUID().toString();
        String body = scorecardItem("410100", document).replace(right, wrong);

        as("office:410100")
                .body(body)
                .post("/api/v1/issues")
                .then()
                .statusCode(oneOf(400, 422))
                .body("violations[0].field", equalTo(field));

        as("office:410100")
                .body(scorecardItem("410100", document))
                .post("/api/v1/issues")
                .then()
                .statusCode(201);
    }

    @Test
    void listsByLight() {
        String office = "office:411300";
        Response red = register(office, "411300");
        Response yellow = register(office, "411300");
        Response green = register(office, "411300");
        Response unassigned = register(office, "411300");
        act(office, red, "assignments", "{\"deadline\": \"2021-10-20\"}");
        act(office, yellow, "assignments", "{\"deadline\": \"2021-10-29\"}");
        act(office, green, "assignments", "{\"deadline\": \"2021-11-01\"}");

        clock.freezeAt(Instant.parse("2021-10-21T16:00:00Z"));

        String issues = "/api/v1/issues?light=";
        as(office).get(issues + "RED").then().body("items.id", contains(red.<String>path("id")));
        as(office).get(issues + "YELLOW").then().body("items.id", contains(yellow.<String>path("id")));
        as(office).get(issues + "GREEN").then().body("items.id", contains(green.<String>path("id")));
        as(office).get("/api/v1/issues/" + red.path("id")).then().body("light", equalTo("RED"));
        as(office).get("/api/v1/issues/" + yellow.path("id")).then().body("light", equalTo("YELLOW"));
        as(office).get("/api/v1/issues/" + green.path("id")).then().body("light", equalTo("GREEN"));
        as(office).get("/api/v1/issues/" + unassigned.path("id")).then().body("light", nullValue());
    }

    @Test
    void ordinaryBodiesStaySmall() {
        as("province")
                .body("{\"description\": \"" + "x".repeat(1024 * 1024) + "\"}")
                .post("/api/v1/issues")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", equalTo("此处的请求内容不得超过 1 MiB。"));
    }
}
