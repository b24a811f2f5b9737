package io.zhenggai.issue.lookback;

import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.requested;
import static io.zhenggai.issue.testsupport.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.IssueTopic.Heard;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Look-backs over HTTP. Each test has a county of its own, whose issues nobody else closes. */
@QuarkusTest
@OnRealServers
class LookBackResourceTest {

    private static final String LOOK_BACKS = "/api/v1/look-backs/";
    private static final String CITY = "411600";
    private static final String OFFICE = "office:" + CITY;
    private static final String ELSEWHERE = "office:411700";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void theSameSeedDrawsTheSameOfTheSame() {
        String region = "411621";
        for (int i = 0; i < 5; i++) {
            closed(region);
        }

        Response first = draw(wanted(region, Map.of("size", 2, "seed", "豫工改2021")));
        Response second = draw(wanted(region, Map.of("size", 2, "seed", "豫工改2021")));
        Response other = draw(wanted(region, Map.of("percentage", 21)));

        first.then()
                .statusCode(201)
                .body("population", equalTo(5))
                .body("seedChosen", equalTo(true))
                .body("counts.drawn", equalTo(2))
                .body("counts.progress.denominator", equalTo(2))
                .body("counts.repeatRate.permille", nullValue());
        assertThat(sample("province", second))
                .isEqualTo(sample("province", first))
                .hasSize(2);
        other.then()
                .statusCode(201)
                .body("seed", equalTo(other.<String>path("seed")))
                .body("seedChosen", equalTo(false))
                .body("counts.drawn", equalTo(2));
        List<Map<String, Object>> population =
                as("auditor").get(LOOK_BACKS + first.path("id") + "/population").path("items");
        assertThat(population).hasSize(5);
        assertThat(population)
                .extracting(issue -> issue.get("digest"))
                .isEqualTo(population.stream()
                        .map(issue -> Draw.digest("豫工改2021", UUID.fromString((String) issue.get("issueId"))))
                        .sorted()
                        .toList());
    }

    @Test
    void whatIsIncompleteIsRevokedInTheSameTransaction() {
        String region = "411622";
        String issue = closed(region).path("id");
        Response drawn = draw(wanted(region, Map.of("size", 5)));

        tell(drawn, result(issue, "INCOMPLETE", Map.of()))
                .then()
                .statusCode(422)
                .body("violations.field", contains("deadline"));
        Response told = tell(drawn, result(issue, "INCOMPLETE", Map.of("deadline", "2021-11-30")));

        told.then()
                .statusCode(200)
                .body("lookBack.version", equalTo(1))
                .body("lookBack.counts.told", equalTo(1))
                .body("lookBack.counts.revocationRate.permille", equalTo(1000))
                .body("lookBack.counts.repeatRate.numerator", equalTo(0))
                .body("result.revoked", equalTo(true));
        as(OFFICE)
                .get(ISSUES + issue)
                .then()
                .body("status", equalTo("IN_RECTIFICATION"))
                .body("revocations", equalTo(1))
                .body("deadline", equalTo("2021-11-30"));
        List<Map<String, Object>> history =
                as(OFFICE).get(ISSUES + issue + "/history").path("$");
        assertThat(history.get(history.size() - 1))
                .containsEntry("action", "REVOKE_CLOSE_OUT")
                .containsEntry("reason", "现场核查")
                .extracting("changes.lookBackId.to")
                .isEqualTo(drawn.path("id"));
        tell(told, drawn.path("id"), result(issue, "TRUE", Map.of())).then().statusCode(409);
    }

    /** A refusal in the middle leaves neither result nor revocation. */
    @Test
    void aDeadlineThatCannotBeRevokesNothing() {
        String region = "411623";
        String issue = closed(region).path("id");
        Response drawn = draw(wanted(region, Map.of("size", 5)));

        tell(drawn, result(issue, "FALSE", Map.of("deadline", "2021-10-19")))
                .then()
                .statusCode(422);

        as("province").get(ISSUES + issue).then().body("status", equalTo("CLOSED"));
        as("province")
                .get(LOOK_BACKS + drawn.path("id"))
                .then()
                .body("version", equalTo(0))
                .body("counts.told", equalTo(0));
    }

    @Test
    void whatHasComeBackIsRegisteredAndLinked() {
        String region = "411624";
        String issue = closed(region).path("id");
        String other = closed(region).path("id");
        Response drawn = draw(wanted(region, Map.of("size", 5)));

        Map<String, Object> item = Map.of("source", "PROVINCIAL_BRIEFING", "documentNumber", unique());
        Response told = tell(drawn, result(issue, "RELAPSED", Map.of("relapse", Map.of("sourceItem", item))));
        told.then()
                .statusCode(200)
                .body("lookBack.counts.repeatRate.numerator", equalTo(1))
                .body("lookBack.counts.repeatRate.denominator", equalTo(1))
                .body("result.recurrenceNumber", notNullValue());
        as("province")
                .get(ISSUES + told.path("result.recurrence"))
                .then()
                .body("recurrenceOf", equalTo(issue))
                .body("status", equalTo("REGISTERED"))
                .body("region", equalTo(region));
        as("province").get(ISSUES + issue).then().body("status", equalTo("CLOSED"));
        // That one is another one's.
        String recurrence = told.path("result.recurrenceNumber");
        tell(told, drawn.path("id"), result(other, "RELAPSED", Map.of("recurrence", recurrence)))
                .then()
                .statusCode(422)
                .body("violations.field", contains("recurrence"));
        Map<String, Object> unknownSource = Map.of("source", "OTHER_SUPERVISION");
        tell(told, drawn.path("id"), result(other, "RELAPSED", Map.of("relapse", Map.of("sourceItem", unknownSource))))
                .then()
                .statusCode(422)
                .body("violations.field", contains("relapse.sourceItem.source"));
    }

    @Test
    void whatWasRevokedMeanwhileCanOnlyBeFoundWanting() {
        String region = "411625";
        Response issue = closed(region);
        Response drawn = draw(wanted(region, Map.of("size", 5)));
        String revocation = "{\"finding\": \"FALSE\", \"reason\": \"群众举报\", \"deadline\": \"2021-11-30\"}";
        act("province", issue, "close-out-revocations", revocation).then().statusCode(200);

        tell(drawn, result(issue.path("id"), "TRUE", Map.of())).then().statusCode(409);
        tell(drawn, result(issue.path("id"), "FALSE", Map.of()))
                .then()
                .statusCode(200)
                .body("result.revoked", equalTo(false));
        as("province").get(ISSUES + issue.path("id")).then().body("revocations", equalTo(1));
    }

    @Test
    void anOfficeSeesOfItsOwnWhatIsToldAndNotBefore() {
        String region = "411603";
        String told = closed(region).path("id");
        closed(region);
        Response drawn = draw(wanted(region, Map.of("size", 5)));
        String id = drawn.path("id");
        as(OFFICE).get(LOOK_BACKS + id).then().statusCode(404);
        as(OFFICE).get(LOOK_BACKS + id + "/issues").then().statusCode(404);

        tell(drawn, result(told, "TRUE", Map.of())).then().statusCode(200);

        as(OFFICE)
                .get(LOOK_BACKS + id)
                .then()
                .statusCode(200)
                .body("seed", nullValue())
                .body("population", nullValue())
                .body("regions", nullValue())
                .body("counts.drawn", nullValue())
                .body("counts.progress", nullValue())
                .body("counts.told", equalTo(1))
                .body("cities.'411600'.told", equalTo(1));
        as("county:" + region)
                .get(LOOK_BACKS + id + "/issues")
                .then()
                .statusCode(200)
                .body("items.issueId", contains(told))
                .body("items[0].digest", nullValue());
        assertThat(as(OFFICE).get(LOOK_BACKS + "?total=true").<List<String>>path("items.id"))
                .contains(id);
        for (String account : List.of(ELSEWHERE, "county:411602", "auditor:411700", "leader:411700")) {
            as(account).get(LOOK_BACKS + id).then().statusCode(404);
            assertThat(as(account).get(LOOK_BACKS + "?total=true").<List<String>>path("items.id"))
                    .doesNotContain(id);
        }
        as("auditor:" + CITY).get(LOOK_BACKS + id + "/population").then().statusCode(404);
        as(OFFICE).get(LOOK_BACKS + id + "/population").then().statusCode(403);
        as("department:" + CITY + ":住建局").get(LOOK_BACKS + id).then().statusCode(403);
        as(OFFICE)
                .body(wanted(region, Map.of("size", 1)))
                .post(LOOK_BACKS)
                .then()
                .statusCode(403);
    }

    @Test
    void namesEveryRuleThatIsBroken() {
        Map<String, Object> wanted = wanted("411627", Map.of("size", 1, "percentage", 1, "closedTo", "2021-10-21"));
        draw(wanted).then().statusCode(422).body("violations.field", containsInAnyOrder("closedTo", "size"));
        draw(wanted("411627", Map.of("size", 1, "campaignId", UUID.randomUUID().toString())))
                .then()
                .statusCode(422)
                .body("violations.field", contains("campaignId"));
        draw(wanted("411627", Map.of("size", 1)))
                .then()
                .statusCode(422)
                .body("violations.field", contains("closedFrom"));
        draw(wanted("411627", Map.of("size", 1_001))).then().statusCode(400).body("violations.field", contains("size"));
    }

    @Test
    void othersHearHowFarItIsAndNotWhatWasDrawn() {
        String region = "411628";
        String issue = closed(region).path("id");
        String waiting = closed(region).path("id");
        Response drawn = draw(wanted(region, Map.of("size", 5, "seed", "保密的种子")));
        Response told = tell(drawn, result(issue, "INCOMPLETE", Map.of("deadline", "2021-11-30")));
        told.then().statusCode(200);
        republish(drawn.path("id"));

        List<Heard> heard = IssueTopic.eventsUntil("look-back", drawn.path("id"), events -> events.size() >= 3);

        assertThat(heard)
                .extracting(Heard::type)
                .containsExactly("look-back.drawn.v1", "look-back.result-told.v1", "look-back.snapshot.v1");
        assertThat(heard).extracting(Heard::version).containsExactly(1L, 2L, 2L);
        assertThat(heard.get(2).state()).isEqualTo(heard.get(1).state());
        assertThat(heard.get(1).state().at("/cities/0/incomplete").asInt()).isEqualTo(1);
        assertThat(heard.get(1).json()).contains(issue, "INCOMPLETE");
        assertThat(heard).extracting(Heard::json).allSatisfy(json -> assertThat(json)
                .doesNotContain("保密的种子", "现场核查", "李督查", waiting));
    }

    @Test
    void pagesGoThroughTheWholeSample() {
        String region = "411681";
        for (int i = 0; i < 3; i++) {
            closed(region);
        }
        String id = draw(wanted(region, Map.of("percentage", 100))).path("id");
        Response first = as("province").get(LOOK_BACKS + id + "/issues?limit=2&total=true");
        Response second = as("province")
                .queryParam("cursor", first.<String>path("next"))
                .get(LOOK_BACKS + id + "/issues?limit=2&total=true");

        first.then().body("total", equalTo(3)).body("items", hasSize(2));
        second.then().body("items", hasSize(1)).body("next", nullValue());
        as("province")
                .get(LOOK_BACKS + id + "/issues?told=true&total=true")
                .then()
                .body("total", equalTo(0));
    }

    private static Response closed(String region) {
        Response issue = requested(registerOwnFinding(OFFICE, region), OFFICE);
        Response closed = act(OFFICE + ":2", issue, "close-outs", OPINION);
        closed.then().statusCode(200);
        return closed;
    }

    private static Map<String, Object> wanted(String region, Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "campaignId",
                OtherServices.CAMPAIGN_2021.toString(),
                "closedFrom",
                "2021-10-20",
                "closedTo",
                "2021-10-20",
                "regions",
                List.of(region)));
        wanted.putAll(more);
        return wanted;
    }

    private static Response draw(Map<String, Object> wanted) {
        return as("province").body(wanted).post(LOOK_BACKS);
    }

    private static List<String> sample(String account, Response drawn) {
        return as(account).get(LOOK_BACKS + drawn.path("id") + "/issues").path("items.issueId");
    }

    private static Map<String, Object> result(String issue, String finding, Map<String, Object> more) {
        Map<String, Object> result = new HashMap<>(Map.of(
                "issue", issue, "finding", finding, "note", "现场核查", "checkedOn", "2021-10-20", "checkedBy", "李督查"));
        result.putAll(more);
        return result;
    }

    private static Response tell(Response drawn, Map<String, Object> result) {
        return tell(drawn, drawn.path("id"), result);
    }

    private static Response tell(Response before, String id, Map<String, Object> result) {
        return as("province")
                .header("If-Match", before.header("ETag"))
                .body(result)
                .post(LOOK_BACKS + id + "/results");
    }

    private static void republish(String id) {
        as("system:operations")
                .body(Map.of("aggregateType", "look-back", "from", id, "to", id, "reason", "a test"))
                .post("/admin/republish")
                .then()
                .statusCode(200)
                .body("published", equalTo(1));
    }
}
