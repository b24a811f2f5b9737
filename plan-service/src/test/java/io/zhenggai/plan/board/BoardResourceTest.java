package io.zhenggai.plan.board;

import static io.restassured.RestAssured.given;
import static io.zhenggai.plan.testsupport.Service.SUBMISSION;
import static io.zhenggai.plan.testsupport.Service.act;
import static io.zhenggai.plan.testsupport.Service.as;
import static io.zhenggai.plan.testsupport.Service.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.testsupport.OnRealServers;
import io.zhenggai.plan.testsupport.Publishing;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board, the obligations and the campaigns as they are shown, and to whom. */
@QuarkusTest
@OnRealServers
class BoardResourceTest {

    @Inject
    BusinessClock clock;

    private UUID campaign;

    @BeforeEach
    void campaignIsPublished() {
        clock.freezeAt(Instant.parse("2021-10-19T00:30:00Z"));
        campaign = Publishing.campaignLike2021();
    }

    @Test
    void theProvinceSeesEveryOfficeInOrderAndItsOwnRowAtTheEnd() {
        Response board = board("province");

        assertThat(board.<List<String>>path("rows.region"))
                .hasSize(19)
                .startsWith("410100", "410200")
                .endsWith("411700", "419001", "410000");
        assertThat(board.<String>path("rows[0].regionName")).isEqualTo("郑州市");
        assertThat(board.<List<String>>path("rows[0].cells.code"))
                .containsExactly("PLAN", "SPECIAL_TRAINING", "SUMMARY_REPORT");
        assertThat(board.<List<String>>path("rows[18].cells.code"))
                .hasSize(21)
                .startsWith("PROMOTION_MEETING", "TARGETED_TRAINING")
                .endsWith("TARGETED_TRAINING", "EXPERIENCE_EXCHANGE", "EXPERT_LECTURE");
        assertThat(board.<List<String>>path("rows[18].cells.subjectRegion"))
                .filteredOn(code -> code != null)
                .hasSize(18)
                .startsWith("410100")
                .endsWith("419001");
    }

    @Test
    void anOfficeSeesItsOwnRowAlone() {
        for (String account : List.of("office:410200", "county:410221", "department:410200:住建局")) {
            Response board = board(account);
            assertThat(board.<List<String>>path("rows.region")).containsExactly("410200");
        }
    }

    @Test
    void cellsTurnYellowThenRedAndLoseTheirLightWhenSubmitted() {
        assertThat(cell("light", "office:410800")).isEqualTo("GREEN");
        clock.freezeAt(Instant.parse("2021-10-21T16:00:00Z"));
        assertThat(cell("light", "office:410800")).isEqualTo("YELLOW");
        clock.freezeAt(Instant.parse("2021-10-31T15:59:59.999999Z"));
        assertThat(cell("light", "office:410800")).isEqualTo("YELLOW");
        clock.freezeAt(Instant.parse("2021-10-31T16:00:00Z"));
        assertThat(cell("light", "office:410800")).isEqualTo("RED");

        act("office:410800", draft("office:410800", campaign), "submissions", SUBMISSION);

        assertThat(cell("light", "office:410800")).isNull();
        assertThat(cell("status", "office:410800")).isEqualTo("SUBMITTED");
        assertThat(cell("late", "office:410800")).isEqualTo(true);
        assertThat(cell("firstSubmittedAt", "office:410800")).isEqualTo("2021-10-31T16:00:00Z");
    }

    @Test
    void wantsACampaignThatThereIs() {
        as("province").get("/api/v1/board").then().statusCode(400).body("violations[0].field", equalTo("campaignId"));
        as("province").get("/api/v1/board?campaignId=1").then().statusCode(400);
        as("province")
                .get("/api/v1/board?campaignId=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as("system:complaints")
                .get("/api/v1/board?campaignId=" + campaign)
                .then()
                .statusCode(403);
        given().get("/api/v1/board?campaignId=" + campaign).then().statusCode(401);
    }

    @Test
    void obligationsAreListedAndReadByWhoOwesThem() {
        Response own = as("office:410900").get("/api/v1/obligations?total=true&campaignId=" + campaign);
        own.then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.region", equalTo(List.of("410900", "410900", "410900")))
                .body("items.title", equalTo(List.of("整改方案", "专题培训", "总结报告")))
                .body("items[0].deadline", equalTo("2021-10-31"))
                .body("items[0].kind", equalTo("FILING"));
        String id = own.path("items[0].id");
        as("office:410900")
                .get("/api/v1/obligations/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0.2021-10-19\""))
                .header("Cache-Control", containsString("private"));
        as("office:410900")
                .header("If-None-Match", "\"0.2021-10-19\"")
                .get("/api/v1/obligations/" + id)
                .then()
                .statusCode(304);

        as("office:411000").get("/api/v1/obligations/" + id).then().statusCode(404);
        as("office:411000")
                .get("/api/v1/obligations?total=true&region=410900&campaignId=" + campaign)
                .then()
                .body("total", equalTo(0));
        as("office:411000")
                .get("/api/v1/obligations?total=true&region=410000&campaignId=" + campaign)
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void obligationsArePaged() {
        Response first = as("province").get("/api/v1/obligations?limit=60&total=true&campaignId=" + campaign);
        first.then().body("total", equalTo(75)).body("items.size()", equalTo(60));

        as("province")
                .get("/api/v1/obligations?limit=60&campaignId=" + campaign + "&cursor=" + first.path("next"))
                .then()
                .body("items.size()", equalTo(15))
                .body("next", nullValue());
        as("province")
                .get("/api/v1/obligations?limit=60&cursor=" + first.path("next"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
        as("province").get("/api/v1/obligations?limit=201").then().statusCode(400);
        as("province").get("/api/v1/obligations?code=LUNCH").then().statusCode(400);
        as("province").get("/api/v1/obligations?region=41").then().statusCode(400);
    }

    @Test
    void campaignsAreForEverybodyWhoIsSignedIn() {
        for (String account : List.of("office:410200", "county:410181", "leader", "system:complaints")) {
            as(account)
                    .get("/api/v1/campaigns/" + campaign)
                    .then()
                    .statusCode(200)
                    .body("title", equalTo("2021年河南省办理建筑许可整改提升工作方案"))
                    .body("phases.ordinal", equalTo(List.of(1, 2, 3)))
                    .body("phases[0].demands[0].code", equalTo("PLAN"))
                    .body("year", equalTo(2021));
        }
        as("office:410200")
                .get("/api/v1/campaigns?limit=1&total=true")
                .then()
                .body("items[0].id", equalTo(campaign.toString()));
        as("office:410200").get("/api/v1/campaigns/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/api/v1/campaigns").then().statusCode(401);
    }

    private Object cell(String field, String account) {
        return board(account).path("rows[0].cells[0]." + field);
    }

    private Response board(String account) {
        Response board = as(account).get("/api/v1/board?campaignId=" + campaign);
        assertThat(board.statusCode()).isEqualTo(200);
        return board;
    }
}
