package io.zhenggai.plan.plan;

import static io.zhenggai.plan.testsupport.Service.SUBMISSION;
import static io.zhenggai.plan.testsupport.Service.act;
import static io.zhenggai.plan.testsupport.Service.as;
import static io.zhenggai.plan.testsupport.Service.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.testsupport.OnRealServers;
import io.zhenggai.plan.testsupport.Publishing;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is stored. */
@QuarkusTest
@OnRealServers
class PlanInputTest {

    private static final String OFFICE = "office:411200";
    private static final String REVIEWER = "province:2";
    private static final String MEASURE = "content.goals[0].tasks[0].measures[0]";

    @Inject
    BusinessClock clock;

    private UUID campaign;

    @BeforeEach
    void campaignIsPublished() {
        clock.freezeAt(Instant.parse("2021-10-28T07:00:00Z"));
        campaign = Publishing.campaignLike2021();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": 7} | .text",
                "{\"text\": \"a\\u0000b\"} | .text",
                "{\"deadline\": \"2021-13-01\"} | .deadline",
                "{\"deadline\": \"+999999999-12-31\"} | .deadline",
                "{\"deadline\": 20211220} | .deadline",
                "{\"id\": \"1\"} | .id",
                "{\"issues\": [null]} | .issues[0]",
                "{\"issues\": [\" \"]} | .issues[0]",
                "{\"cooperatingUnits\": \"住建局\"} | .cooperatingUnits",
                "{\"stageGoal\": {\"due\": \"2021-12-01\"}} | .stageGoal.due",
                "{\"owner\": \"张三\"} | .owner",
            })
    void namesTheFieldOfAMeasureThatIsNotOfItsForm(String measure, String field) {
        String body = "{\"campaignId\": \"%s\", \"content\": {\"goals\": [{\"tasks\": [{\"measures\": [%s]}]}]}}"
                .formatted(campaign, measure);

        as(OFFICE)
                .body(body)
                .post("/api/v1/plans")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(MEASURE + field));
        assertNothingIsStored();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | campaignId",
                "{\"campaignId\": \"x\", \"content\": {}} | campaignId",
                "{\"content\": {\"goals\": [null]}} | content.goals[0]",
                "{\"content\": {\"uncovered\": [{\"issue\": \"ZG2021-411200-0001\"}]}} | content.uncovered[0].reason",
                "{\"content\": []} | content",
            })
    void namesTheFieldOfADraftThatIsNotOfItsForm(String body, String field) {
        as(OFFICE).body(body).post("/api/v1/plans").then().statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void takesFiftyGoalsAndNotOneMore() {
        Map<String, Object> goal = Map.of("text", "目标");
        post(Map.of("goals", Collections.nCopies(51, goal)))
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("content.goals")));
        post(Map.of("goals", Collections.nCopies(50, goal))).then().statusCode(201);
    }

    @Test
    void refusesWhatIsNoJsonAndWhatIsTooMuch() {
        as(OFFICE).body("{\"campaignId\": ").post("/api/v1/plans").then().statusCode(400);
        as(OFFICE)
                .contentType("text/plain")
                .body("方案")
                .post("/api/v1/plans")
                .then()
                .statusCode(415);
        as(OFFICE)
                .body("{\"x\": \"" + "长".repeat(400_000) + "\"}")
                .post("/api/v1/plans")
                .then()
                .statusCode(413);
    }

    @Test
    void refusesAnUnknownCampaign() {
        draft(OFFICE, UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("campaignId")));
    }

    @Test
    void refusesReviewsAndSubmissionsThatSayNothing() {
        Response drafted = draft(OFFICE, campaign);

        act(OFFICE, drafted, "submissions", Map.of("documentNumber", " "))
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("documentNumber", "signatory"));
        act(REVIEWER, drafted, "returns", Map.of("reasons", List.of()))
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("reasons")));
        act(REVIEWER, drafted, "returns", Map.of("reasons", List.of(Map.of("section", "plan"))))
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("reasons[0].reason")));
        act(REVIEWER, drafted, "acceptances", Map.of())
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("opinion"));
        as(OFFICE)
                .header("If-Match", drafted.header("ETag"))
                .post("/api/v1/plans/" + drafted.path("id") + "/submissions")
                .then()
                .statusCode(400);
    }

    @Test
    void refusesParametersThatAreNotOfTheirForm() {
        as(OFFICE)
                .get("/api/v1/plans?status=LOST")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("status"));
        as(OFFICE).get("/api/v1/plans?campaignId=1").then().statusCode(400);
        as(OFFICE).get("/api/v1/plans?region=41").then().statusCode(400).body("violations[0].field", equalTo("region"));
        as(OFFICE).get("/api/v1/plans?stat=DRAFT").then().statusCode(400).body("violations[0].field", equalTo("stat"));
        as(OFFICE)
                .get("/api/v1/plans?cursor=AAAA")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
        as(OFFICE).get("/api/v1/plans/1").then().statusCode(404);
    }

    @Test
    void answersInTheLanguageOfTheRequest() {
        Response drafted = post(Map.of());

        act(OFFICE, drafted, "submissions", SUBMISSION)
                .then()
                .statusCode(422)
                .body("violations[0].message", equalTo("方案须至少有一个目标"));
        as(OFFICE)
                .header("Accept-Language", "en")
                .header("If-Match", drafted.header("ETag"))
                .body(SUBMISSION)
                .post("/api/v1/plans/" + drafted.path("id") + "/submissions")
                .then()
                .statusCode(422)
                .body("violations[0].message", equalTo("at least one goal is required"));
    }

    private Response post(Map<String, Object> content) {
        return as(OFFICE)
                .body(Map.of("campaignId", campaign.toString(), "content", content))
                .post("/api/v1/plans");
    }

    private void assertNothingIsStored() {
        Response plans = as(OFFICE).get("/api/v1/plans?total=true&campaignId=" + campaign);
        assertThat(plans.<Integer>path("total")).isZero();
    }
}
