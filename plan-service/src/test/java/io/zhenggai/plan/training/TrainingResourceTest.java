package io.zhenggai.plan.training;

import static io.zhenggai.plan.testsupport.Service.as;
import static io.zhenggai.plan.testsupport.Service.obligation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.testsupport.AtOnce;
import io.zhenggai.plan.testsupport.OnRealServers;
import io.zhenggai.plan.testsupport.Publishing;
import io.zhenggai.plan.testsupport.Topic;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class TrainingResourceTest {

    private static final String SESSIONS = "/api/v1/training-sessions";
    private static final String OFFICE = "office:410500";

    @Inject
    BusinessClock clock;

    private UUID campaign;

    @BeforeEach
    void campaignIsPublished() {
        clock.freezeAt(Instant.parse("2021-10-19T00:30:00Z"));
        campaign = Publishing.campaignLike2021();
        clock.freezeAt(Instant.parse("2021-11-16T07:00:00Z"));
    }

    @Test
    void anOfficesSpecialTrainingFulfilsItsObligationAtOnce() {
        Response recorded = hold(OFFICE, session("SPECIAL_TRAINING"));

        recorded.then()
                .statusCode(201)
                .body("region", equalTo("410500"))
                .body("experts", equalTo(0))
                .body("units", equalTo(List.of("住建局", "自然资源和规划局")));
        obligation(OFFICE, campaign, "SPECIAL_TRAINING", "410500")
                .then()
                .body("items[0].status", equalTo("ACCEPTED"))
                .body("items[0].late", equalTo(false))
                .body("items[0].firstSubmittedAt", equalTo("2021-11-16T07:00:00Z"))
                .body("items[0].acceptedAt", equalTo("2021-11-16T07:00:00Z"));
        as(OFFICE)
                .get(SESSIONS + "/" + recorded.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0.2021-11-16\""))
                .body("participants", equalTo(85));
    }

    @Test
    void whatIsRecordedAfterTheDeadlineIsLateAlthoughItWasHeldInTime() {
        clock.freezeAt(Instant.parse("2021-11-30T16:00:00Z"));

        hold(OFFICE, session("SPECIAL_TRAINING")).then().statusCode(201);

        obligation(OFFICE, campaign, "SPECIAL_TRAINING", "410500")
                .then()
                .body("items[0].status", equalTo("ACCEPTED"))
                .body("items[0].late", equalTo(true));
    }

    @Test
    void aFurtherSessionIsWelcomeAndChangesNothing() {
        hold(OFFICE, session("SPECIAL_TRAINING"));
        clock.freezeAt(Instant.parse("2021-12-02T07:00:00Z"));

        hold(OFFICE, session("SPECIAL_TRAINING")).then().statusCode(201);

        obligation(OFFICE, campaign, "SPECIAL_TRAINING", "410500")
                .then()
                .body("items[0].acceptedAt", equalTo("2021-11-16T07:00:00Z"))
                .body("items[0].late", equalTo(false));
        as(OFFICE).get(SESSIONS + "?total=true&campaignId=" + campaign).then().body("total", equalTo(2));
    }

    @Test
    void aTargetedTrainingFulfilsThatOfItsCityOnly() {
        Map<String, Object> session = session("TARGETED_TRAINING");
        session.put("subjectRegion", "410500");

        hold("province", session).then().statusCode(201);

        as("province")
                .get("/api/v1/obligations?limit=200&code=TARGETED_TRAINING&status=ACCEPTED&campaignId=" + campaign)
                .then()
                .body("items.subjectRegion", equalTo(List.of("410500")));
    }

    @Test
    void theProvinceHoldsTheOtherThree() {
        for (String kind : List.of("PROMOTION_MEETING", "EXPERIENCE_EXCHANGE", "EXPERT_LECTURE")) {
            hold("province", session(kind)).then().statusCode(201);
            obligation("province", campaign, kind, "410000").then().body("items[0].status", equalTo("ACCEPTED"));
        }
    }

    @Test
    void twoSessionsAtOnceFulfilTheObligationOnce() throws Exception {
        List<Response> answers = AtOnce.call(
                () -> hold(OFFICE, session("SPECIAL_TRAINING")),
                () -> hold("office:410500:2", session("SPECIAL_TRAINING")));

        assertThat(answers).extracting(Response::statusCode).containsExactly(201, 201);
        String id = obligation(OFFICE, campaign, "SPECIAL_TRAINING", "410500").path("items[0].id");
        Topic.of("training-session")
                .await(2, letter -> letter.state("campaignId").equals(campaign.toString()));
        assertThat(Topic.of("obligation").await(2, letter -> letter.subject().equals(id)))
                .extracting(Topic.Letter::type)
                .containsExactly("obligation.opened.v1", "obligation.accepted.v1");
    }

    @Test
    void tellsTheSessionWithoutPersons() {
        Response recorded = hold(OFFICE, session("SPECIAL_TRAINING"));

        Topic.Letter letter = Topic.of("training-session")
                .await(1, one -> one.subject().equals(recorded.path("id")))
                .get(0);

        assertThat(letter.type()).isEqualTo("training-session.recorded.v1");
        assertThat(letter.version()).isEqualTo(1);
        assertThat(letter.state("heldOn")).isEqualTo("2021-11-16");
        assertThat(letter.state("participants")).isEqualTo("85");
        assertThat(letter.body().path("state").has("recordedBy")).isFalse();
    }

    @Test
    void isRecordedByWhoHoldsIt() {
        hold(OFFICE, session("EXPERT_LECTURE")).then().statusCode(403);
        hold("province", session("SPECIAL_TRAINING")).then().statusCode(403);
        hold("county:410522", session("SPECIAL_TRAINING")).then().statusCode(403);
        hold("auditor", session("SPECIAL_TRAINING")).then().statusCode(403);
    }

    @Test
    void refusesWhatIsNotOfItsForm() {
        Map<String, Object> session = session("SPECIAL_TRAINING");
        session.put("participants", 0);
        session.put("experts", -1);
        session.put("title", " ");

        hold(OFFICE, session)
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("participants", "experts", "title"));
        session = session("SPECIAL_TRAINING");
        session.put("participants", 100_001);
        hold(OFFICE, session).then().statusCode(400).body("violations[0].field", equalTo("participants"));
        session = session("PICNIC");
        hold(OFFICE, session).then().statusCode(400).body("violations[0].field", equalTo("kind"));
        as(OFFICE).get(SESSIONS + "?kind=PICNIC").then().statusCode(400);
    }

    @Test
    void refusesWhatBreaksARuleAndStoresNothing() {
        Map<String, Object> session = session("SPECIAL_TRAINING");
        session.put("heldOn", "2021-11-17");
        session.put("counties", List.of("410522", "410181"));

        hold(OFFICE, session)
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("heldOn", "counties[1]")));
        as(OFFICE).get(SESSIONS + "?total=true&campaignId=" + campaign).then().body("total", equalTo(0));
        obligation(OFFICE, campaign, "SPECIAL_TRAINING", "410500").then().body("items[0].status", equalTo("OPEN"));
    }

    @Test
    void anotherRegionsSessionIsNotThere() {
        String id = hold(OFFICE, session("SPECIAL_TRAINING")).path("id");
        String provincial = hold("province", session("EXPERT_LECTURE")).path("id");

        as("office:410200").get(SESSIONS + "/" + id).then().statusCode(404);
        as("office:410200").get(SESSIONS + "/" + provincial).then().statusCode(404);
        as("office:410200")
                .get(SESSIONS + "?total=true&campaignId=" + campaign)
                .then()
                .body("total", equalTo(0));
        as("province")
                .get(SESSIONS + "?total=true&campaignId=" + campaign)
                .then()
                .body("total", equalTo(2));
    }

    private static Response hold(String account, Map<String, Object> session) {
        return as(account).body(session).post(SESSIONS);
    }

    private Map<String, Object> session(String kind) {
        Map<String, Object> session = new HashMap<>();
        session.put("campaignId", campaign.toString());
        session.put("kind", kind);
        session.put("heldOn", "2021-11-16");
        session.put("title", "办理建筑许可专题培训");
        session.put("units", List.of("住建局", "自然资源和规划局"));
        session.put("participants", 85);
        return session;
    }
}
