package io.zhenggai.plan;

import static io.zhenggai.plan.testsupport.Service.ACCEPTANCE;
import static io.zhenggai.plan.testsupport.Service.RETURN;
import static io.zhenggai.plan.testsupport.Service.SUBMISSION;
import static io.zhenggai.plan.testsupport.Service.act;
import static io.zhenggai.plan.testsupport.Service.as;
import static io.zhenggai.plan.testsupport.Service.draft;
import static io.zhenggai.plan.testsupport.Service.obligation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.testsupport.OnRealServers;
import io.zhenggai.plan.testsupport.Publishing;
import io.zhenggai.plan.testsupport.Topic;
import io.zhenggai.plan.testsupport.Topic.Letter;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this service owns, told again. */
@QuarkusTest
@OnRealServers
class SnapshotsTest {

    private static final String OFFICE = "office:410600";

    @Inject
    BusinessClock clock;

    private UUID campaign;

    @BeforeEach
    void campaignIsPublished() {
        clock.freezeAt(Instant.parse("2021-10-28T07:00:00Z"));
        campaign = Publishing.campaignLike2021();
    }

    @Test
    void campaign() {
        assertToldAgain("campaign", campaign.toString(), 1);
    }

    @Test
    void planOnEveryStepOfItsWay() {
        Response plan = draft(OFFICE, campaign);
        String id = plan.path("id");
        assertToldAgain("plan", id, 1);
        plan = act(OFFICE, plan, "submissions", SUBMISSION);
        clock.freezeAt(Instant.parse("2021-10-29T07:00:00.123456Z"));
        plan = act("province", plan, "returns", RETURN);
        clock.freezeAt(Instant.parse("2021-11-01T07:00:00Z"));

        assertToldAgain("plan", id, 3);
    }

    @Test
    void obligationOnEveryStepOfItsWay() {
        String id = obligation("province", campaign, "PLAN", "410600").path("items[0].id");
        assertToldAgain("obligation", id, 1);
        Response plan = act(OFFICE, draft(OFFICE, campaign), "submissions", SUBMISSION);
        clock.freezeAt(Instant.parse("2021-10-29T07:00:00Z"));
        plan = act("province", plan, "returns", RETURN);
        assertToldAgain("obligation", id, 3);
        plan = act(OFFICE, plan, "submissions", SUBMISSION);
        clock.freezeAt(Instant.parse("2021-10-30T07:00:00Z"));
        act("province", plan, "acceptances", ACCEPTANCE).then().statusCode(200);

        assertToldAgain("obligation", id, 5);
    }

    @Test
    void trainingSession() {
        String id = as(OFFICE)
                .body(Map.of(
                        "campaignId",
                        campaign,
                        "kind",
                        "SPECIAL_TRAINING",
                        "heldOn",
                        "2021-10-27",
                        "title",
                        "办理建筑许可专题培训",
                        "units",
                        List.of("住建局"),
                        "counties",
                        List.of("410621"),
                        "participants",
                        60))
                .post("/api/v1/training-sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertToldAgain("training-session", id, 1);
    }

    @Test
    void allObligationsOfACampaignAreToldInTheOrderOfTheirIds() {
        List<String> ids = as("province")
                .get("/api/v1/obligations?limit=200&campaignId=" + campaign)
                .then()
                .extract()
                .path("items.id");

        as("system:operations")
                .body(Map.of(
                        "aggregateType",
                        "obligation",
                        "from",
                        ids.get(0),
                        "to",
                        ids.get(ids.size() - 1),
                        "limit",
                        50,
                        "reason",
                        "a test"))
                .post("/admin/republish")
                .then()
                .statusCode(200)
                .body("published", equalTo(50))
                .body("next", equalTo(ids.get(50)));
    }

    private void assertToldAgain(String aggregateType, String id, int version) {
        String snapshot = aggregateType + ".snapshot.v1";
        Letter last = Topic.of(aggregateType)
                .await(
                        1,
                        letter -> letter.subject().equals(id)
                                && letter.version() == version
                                && !letter.type().equals(snapshot))
                .get(0);

        as("system:operations")
                .body(Map.of("aggregateType", aggregateType, "from", id, "to", id, "reason", "a test"))
                .post("/admin/republish")
                .then()
                .statusCode(200)
                .body("published", equalTo(1));

        Letter again = Topic.of(aggregateType)
                .await(
                        1,
                        letter -> letter.subject().equals(id)
                                && letter.version() == version
                                && letter.type().equals(snapshot))
                .get(0);
        assertThat(again.body().path("state")).isEqualTo(last.body().path("state"));
        assertThat(again.body().path("change")).isEmpty();
        assertThat(again.at()).isEqualTo(last.at());
        assertThat(again.body().toString()).doesNotContain("张建设", "李主任");
    }
}
