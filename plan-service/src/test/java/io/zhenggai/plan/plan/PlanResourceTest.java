package io.zhenggai.plan.plan;

import static io.zhenggai.plan.testsupport.Service.ACCEPTANCE;
import static io.zhenggai.plan.testsupport.Service.RETURN;
import static io.zhenggai.plan.testsupport.Service.SUBMISSION;
import static io.zhenggai.plan.testsupport.Service.act;
import static io.zhenggai.plan.testsupport.Service.as;
import static io.zhenggai.plan.testsupport.Service.content;
import static io.zhenggai.plan.testsupport.Service.draft;
import static io.zhenggai.plan.testsupport.Service.obligation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.testsupport.OnRealServers;
import io.zhenggai.plan.testsupport.Publishing;
import io.zhenggai.plan.testsupport.Topic;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class PlanResourceTest {

    private static final String OFFICE = "office:410100";
    private static final String REVIEWER = "province:2";

    @Inject
    BusinessClock clock;

    private UUID campaign;

    @BeforeEach
    void campaignIsPublished() {
        clock.freezeAt(Instant.parse("2021-10-19T00:30:00Z"));
        campaign = Publishing.campaignLike2021();
        clock.freezeAt(Instant.parse("2021-10-28T07:00:00Z"));
    }

    @Test
    void livesFromDraftThroughReturnToAcceptanceAndItsObligationFollows() {
        Response drafted = draft(OFFICE, campaign);
        assertThat(drafted.statusCode()).isEqualTo(201);
        assertThat(drafted.header("Location")).endsWith("/api/v1/plans/" + drafted.path("id"));
        assertThat(drafted.header("ETag")).isEqualTo("\"0.2021-10-28\"");
        assertThat(drafted.<List<String>>path("legalMoves")).containsExactly("REVISE", "SUBMIT");
        assertObligation("OPEN", 0);

        Response submitted = act(OFFICE, drafted, "submissions", SUBMISSION);
        assertThat(submitted.statusCode()).isEqualTo(200);
        assertThat(submitted.<String>path("status")).isEqualTo("SUBMITTED");
        assertObligation("SUBMITTED", 0);

        Response returned = act(REVIEWER, submitted, "returns", RETURN);
        assertThat(returned.statusCode()).isEqualTo(200);
        assertThat(returned.<String>path("resubmitBy")).isEqualTo("2021-11-02");
        assertObligation("RETURNED", 1);

        Response again = act(OFFICE, returned, "submissions", SUBMISSION);
        Response accepted = act(REVIEWER, again, "acceptances", ACCEPTANCE);
        assertThat(accepted.<String>path("status")).isEqualTo("ACCEPTED");
        assertThat(accepted.<List<String>>path("legalMoves")).isEmpty();
        assertThat(accepted.<List<String>>path("submissions.outcome")).containsExactly("RETURNED", "ACCEPTED");
        assertThat(accepted.<String>path("submissions[0].reasons[0].section")).isEqualTo("goals[0].tasks[0]");
        assertThat(accepted.<String>path("submissions[1].opinion")).isEqualTo("同意");
        assertObligation("ACCEPTED", 1);
    }

    @Test
    void tellsEachStepOfThePlanAndOfItsObligationInOrder() {
        Response accepted = accept(act(OFFICE, draft(OFFICE, campaign), "submissions", SUBMISSION));
        String plan = accepted.path("id");
        String obligation = obligation("province", campaign, "PLAN", "410100").path("items[0].id");

        List<Topic.Letter> ofPlan =
                Topic.of("plan").await(3, letter -> letter.subject().equals(plan));
        List<Topic.Letter> ofObligation =
                Topic.of("obligation").await(3, letter -> letter.subject().equals(obligation));

        assertThat(ofPlan)
                .extracting(Topic.Letter::type)
                .containsExactly("plan.drafted.v1", "plan.submitted.v1", "plan.accepted.v1");
        assertThat(ofPlan).extracting(Topic.Letter::version).containsExactly(1L, 2L, 3L);
        assertThat(ofPlan.get(1).body().toString()).doesNotContain("张建设", "联合审图");
        assertThat(ofObligation)
                .extracting(Topic.Letter::type)
                .containsExactly("obligation.opened.v1", "obligation.submitted.v1", "obligation.accepted.v1");
        assertThat(ofObligation).extracting(Topic.Letter::version).containsExactly(1L, 2L, 3L);
        assertThat(ofObligation.get(2).state("acceptedAt")).isEqualTo("2021-10-28T07:00:00Z");
    }

    @Test
    void whatIsSubmittedInTheLastMicrosecondIsInTime() {
        clock.freezeAt(Instant.parse("2021-10-31T15:59:59.999999Z"));

        act(OFFICE, draft(OFFICE, campaign), "submissions", SUBMISSION);

        obligation("province", campaign, "PLAN", "410100")
                .then()
                .body("items[0].late", equalTo(false))
                .body("items[0].firstSubmittedAt", equalTo("2021-10-31T15:59:59.999999Z"));
    }

    @Test
    void whatIsSubmittedAtTheNextMidnightIsLateForEver() {
        clock.freezeAt(Instant.parse("2021-10-31T16:00:00Z"));

        accept(act(OFFICE, draft(OFFICE, campaign), "submissions", SUBMISSION));

        obligation("province", campaign, "PLAN", "410100")
                .then()
                .body("items[0].late", equalTo(true))
                .body("items[0].status", equalTo("ACCEPTED"));
    }

    @Test
    void anOfficeHasOnePlanInACampaign() {
        draft(OFFICE, campaign).then().statusCode(201);

        draft("office:410100:2", campaign)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://zhenggai.io/problems/conflict"));
        draft("office:410200", campaign).then().statusCode(201);
    }

    @Test
    void isRevisedWithItsMeasuresKept() {
        Response drafted = draft(OFFICE, campaign);
        String measure = drafted.path("content.goals[0].tasks[0].measures[0].id");

        Response revised = revise(OFFICE, drafted, drafted.path("content"));

        assertThat(revised.statusCode()).isEqualTo(200);
        assertThat(revised.<String>path("content.goals[0].tasks[0].measures[0].id"))
                .isEqualTo(measure);
        assertThat(revised.header("ETag")).isNotEqualTo(drafted.header("ETag"));
        assertThat(revise(OFFICE, revised, content()).<String>path("content.goals[0].tasks[0].measures[0].id"))
                .isNotEqualTo(measure);
    }

    @Test
    void isNotRevisedWhileTheProvinceReadsIt() {
        Response submitted = act(OFFICE, draft(OFFICE, campaign), "submissions", SUBMISSION);

        revise(OFFICE, submitted, content())
                .then()
                .statusCode(409)
                .body("currentStatus", equalTo("SUBMITTED"))
                .body("legalMoves", containsInAnyOrder("RETURN", "ACCEPT"));
    }

    @Test
    void refusesEveryIllegalMove() {
        Response drafted = draft(OFFICE, campaign);
        act(REVIEWER, drafted, "returns", RETURN).then().statusCode(409);
        act(REVIEWER, drafted, "acceptances", ACCEPTANCE)
                .then()
                .statusCode(409)
                .body("legalMoves", containsInAnyOrder("REVISE", "SUBMIT"));
        Response submitted = act(OFFICE, drafted, "submissions", SUBMISSION);
        act(OFFICE, submitted, "submissions", SUBMISSION).then().statusCode(409);
        Response accepted = accept(submitted);
        act(OFFICE, accepted, "submissions", SUBMISSION).then().statusCode(409);
        act(REVIEWER, accepted, "returns", RETURN).then().statusCode(409).body("legalMoves", equalTo(List.of()));
        revise(OFFICE, accepted, content()).then().statusCode(409);
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        Map<String, Object> incomplete = Map.of(
                "goals",
                List.of(
                        Map.of("text", "目标一"),
                        Map.of("text", "目标二", "tasks", List.of(Map.of("measures", List.of(Map.of("text", "措施")))))));
        Response drafted = as(OFFICE)
                .body(Map.of("campaignId", campaign.toString(), "content", incomplete))
                .post("/api/v1/plans");
        assertThat(drafted.statusCode()).isEqualTo(201);

        act(OFFICE, drafted, "submissions", SUBMISSION)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "goals[0].tasks",
                                "goals[1].tasks[0].text",
                                "goals[1].tasks[0].measures[0].deadline",
                                "goals[1].tasks[0].measures[0].leadUnit",
                                "goals[1].tasks[0].measures[0].responsiblePerson"));
        assertObligation("OPEN", 0);
        as(OFFICE)
                .get("/api/v1/plans/" + drafted.path("id"))
                .then()
                .body("status", equalTo("DRAFT"))
                .body("documentNumber", nullValue());
    }

    @Test
    void refusesAReturnThatNamesNoSectionOfIt() {
        Response submitted = act(OFFICE, draft(OFFICE, campaign), "submissions", SUBMISSION);

        act(REVIEWER, submitted, "returns", Map.of("reasons", List.of(Map.of("section", "goals[7]", "reason", "无"))))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("reasons[0].section"));
    }

    @Test
    void wantsTheVersionThatIsChanged() {
        Response drafted = draft(OFFICE, campaign);
        revise(OFFICE, drafted, content());
        String path = "/api/v1/plans/" + drafted.path("id") + "/submissions";

        as(OFFICE).body(SUBMISSION).post(path).then().statusCode(428);
        act(OFFICE, drafted, "submissions", SUBMISSION).then().statusCode(412);
    }

    @Test
    void isForThoseWhoMay() {
        draft("province", campaign).then().statusCode(403);
        draft("county:410181", campaign).then().statusCode(403);
        draft("leader", campaign).then().statusCode(403);
        Response drafted = draft(OFFICE, campaign);
        act("province", drafted, "submissions", SUBMISSION).then().statusCode(403);
        act(OFFICE, drafted, "acceptances", ACCEPTANCE).then().statusCode(403);
        act(OFFICE, drafted, "returns", RETURN).then().statusCode(403);
        as("system:complaints").get("/api/v1/plans").then().statusCode(403);
    }

    @Test
    void anotherRegionsPlanIsNotThere() {
        Response drafted = draft(OFFICE, campaign);
        String path = "/api/v1/plans/" + drafted.path("id");

        as("office:410200").get(path).then().statusCode(404);
        as("office:410200").get(path + "/history").then().statusCode(404);
        as("office:410200").get(path + "/submissions/1").then().statusCode(404);
        act("office:410200", drafted, "submissions", SUBMISSION).then().statusCode(404);
        revise("office:410200", drafted, content()).then().statusCode(404);
        as("office:410200")
                .get("/api/v1/plans?total=true&campaignId=" + campaign)
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("items", equalTo(List.of()));
        as("office:410200").get("/api/v1/plans?region=410100").then().body("items", equalTo(List.of()));
        as("county:410221").get(path).then().statusCode(404);
    }

    @Test
    void isReadByItsCityAndTheProvince() {
        String path = "/api/v1/plans/" + draft(OFFICE, campaign).path("id");

        for (String account :
                List.of(OFFICE, "county:410181", "department:410100:住建局", "province", "leader", "auditor")) {
            as(account).get(path).then().statusCode(200).body("region", equalTo("410100"));
        }
    }

    @Test
    void isListedWithoutItsContent() {
        draft(OFFICE, campaign);
        draft("office:410200", campaign);

        Response first = as("province").get("/api/v1/plans?limit=1&total=true&campaignId=" + campaign);

        first.then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items[0].region", equalTo("410200"))
                .body("items[0].measureCount", equalTo(1))
                .body("items[0].content", nullValue())
                .body("items[0].legalMoves", containsInAnyOrder("REVISE", "SUBMIT"));
        as("province")
                .get("/api/v1/plans?limit=1&campaignId=" + campaign + "&cursor=" + first.path("next"))
                .then()
                .body("items.region", equalTo(List.of("410100")))
                .body("next", nullValue());
    }

    @Test
    void keepsWhoDidWhatAndWhy() {
        Response submitted = act(OFFICE, draft(OFFICE, campaign), "submissions", SUBMISSION);
        act(REVIEWER, submitted, "returns", RETURN);

        as(OFFICE)
                .get("/api/v1/plans/" + submitted.path("id") + "/history")
                .then()
                .statusCode(200)
                .body("action", equalTo(List.of("DRAFT", "SUBMIT", "RETURN")))
                .body("role", equalTo(List.of("office", "office", "province")))
                .body("region", equalTo(List.of("410100", "410100", "410000")))
                .body("version", equalTo(List.of(0, 1, 2)))
                .body("[0].changes.'content.goals[0].text'.to", equalTo("办理建筑许可环节、时间、成本持续压减"))
                .body(
                        "[1].changes.keySet()",
                        containsInAnyOrder(
                                "plan.status",
                                "plan.documentNumber",
                                "plan.signatory",
                                "plan.submittedAt",
                                "plan.firstSubmittedAt",
                                "judgedOn"))
                .body("[1].changes.judgedOn.to", matchesRegex("sha256:[0-9a-f]{64}"))
                .body("[1].changes.'plan.status'.from", equalTo("DRAFT"))
                .body("[1].changes.'plan.documentNumber'.to", equalTo("郑州市工改办〔2021〕15号"))
                .body("[2].reason", equalTo("goals[0].tasks[0]：措施不够具体，请细化时限和责任"))
                .body("[2].changes.'plan.returns'.to", equalTo(1));
    }

    @Test
    void keepsWhatWasFiledAlthoughItIsCorrectedLater() {
        Response submitted = act(OFFICE, draft(OFFICE, campaign), "submissions", SUBMISSION);
        Response returned = act(REVIEWER, submitted, "returns", RETURN);
        revise(OFFICE, returned, Map.of("goals", List.of(Map.of("text", "改过的目标"))));

        as("province")
                .get("/api/v1/plans/" + submitted.path("id") + "/submissions/1")
                .then()
                .statusCode(200)
                .body("content.goals[0].text", equalTo("办理建筑许可环节、时间、成本持续压减"))
                .body("documentNumber", equalTo("郑州市工改办〔2021〕15号"));
        as("province")
                .get("/api/v1/plans/" + submitted.path("id") + "/submissions/2")
                .then()
                .statusCode(404);
    }

    private static Response accept(Response submitted) {
        return act(REVIEWER, submitted, "acceptances", ACCEPTANCE);
    }

    private static Response revise(String account, Response last, Object content) {
        return as(account)
                .header("If-Match", last.header("ETag"))
                .body(content)
                .put("/api/v1/plans/" + last.path("id") + "/content");
    }

    private void assertObligation(String status, int returns) {
        obligation("province", campaign, "PLAN", "410100")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].status", equalTo(status))
                .body("items[0].returns", equalTo(returns));
    }
}
