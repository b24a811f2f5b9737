package io.zhenggai.report.summary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenggai.embedded.identity.DemonstrationAccount;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Caller;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import io.zhenggai.report.testsupport.PlanServiceStates;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads and moves reports. */
@QuarkusTest
@OnRealServers
class ReportAccessTest {

    private static final Caller OFFICE = new Caller("office:410100");
    private static final Map<String, Object> SUBMISSION = Map.of("documentNumber", "28号", "signatory", "李主任");

    @Inject
    BusinessClock clock;

    private final UUID campaign = UUID.randomUUID();
    private OtherServices others;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-12-24T07:00:00Z"));
        others = new OtherServices();
        others.say("campaign.published.v1", campaign, 1, PlanServiceStates.campaign(campaign));
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @Test
    void anotherRegionsReportIsNotThere() {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        OFFICE.submit(id);
        Caller other = new Caller("office:410200");

        for (String path : List.of("", "/history", "/submissions")) {
            assertThat(other.get("/" + id + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.revise(id, "*", Caller.FULL).statusCode()).isEqualTo(404);
        assertThat(other.submit(id).statusCode()).isEqualTo(404);
        assertThat(new Caller("indicator-lead:410200:发改委").read(id).statusCode())
                .isEqualTo(404);
        assertThat(new Caller("leader:410200").read(id).statusCode()).isEqualTo(404);
        Response list = other.get("?total=true&campaignId=" + campaign);
        assertThat(list.<Integer>path("total")).isZero();
        assertThat(list.<List<Object>>path("items")).isEmpty();
        assertThat(other.get("?total=true&region=410100&campaignId=" + campaign).<Integer>path("total"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"province", "office:410100:2", "indicator-lead:410100:发改委", "leader", "leader:410100", "auditor"
            })
    void isReadByThoseWhomItConcerns(String account) {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        Caller reader = new Caller(account);

        assertThat(reader.read(id).<String>path("region")).isEqualTo("410100");
        Response list = reader.get("?total=true&status=DRAFT&campaignId=" + campaign);
        assertThat(list.<Integer>path("total")).isEqualTo(1);
        assertThat(list.jsonPath().getMap("items[0]")).doesNotContainKeys("content", "figures");
        assertThat(list.<String>path("items[0].regionName")).isEqualTo("郑州市");
    }

    @ParameterizedTest
    @ValueSource(strings = {"county:410181", "department:410100:住建局", "member-unit:省自然资源厅", "system:complaints"})
    void isNotForOthers(String account) {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        Caller other = new Caller(account);

        assertThat(other.read(id).statusCode()).isEqualTo(403);
        assertThat(other.get("").statusCode()).isEqualTo(403);
        assertThat(other.get("/" + id + "/history").statusCode()).isEqualTo(403);
        assertThat(other.get("/" + id + "/submissions").statusCode()).isEqualTo(403);
        assertThat(other.draft(campaign, Caller.FULL).statusCode()).isEqualTo(403);
    }

    @Test
    void eachMoveIsForItsRole() {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");

        for (String account : List.of("province", "leader", "auditor", "indicator-lead:410100:发改委")) {
            Caller other = new Caller(account);
            assertThat(other.draft(campaign, Caller.FULL).statusCode())
                    .as(account)
                    .isEqualTo(403);
            assertThat(other.revise(id, "*", Caller.FULL).statusCode())
                    .as(account)
                    .isEqualTo(403);
            assertThat(other.submit(id).statusCode()).as(account).isEqualTo(403);
        }
        for (String account : List.of("office:410100", "leader", "auditor", "indicator-lead:410100:发改委")) {
            Caller other = new Caller(account);
            assertThat(other.giveBack(id).statusCode()).as(account).isEqualTo(403);
            assertThat(other.accept(id).statusCode()).as(account).isEqualTo(403);
        }
        given().get("/api/v1/reports").then().statusCode(401);
        given().get("/api/v1/reports/" + id).then().statusCode(401);
    }

    @Test
    void nobodyReviewsWhatTheySubmittedThemselves() {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        OFFICE.submit(id);
        DemonstrationAccount sameManInTheProvince = new DemonstrationAccount(
                "office:410100", "郑州市工改办经办人", "province", "410000", Optional.empty(), List.of());
        String token = Infrastructure.current().mint().token(sameManInTheProvince);

        for (String action : List.of("returns", "acceptances")) {
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(body(action))
                    .post("/api/v1/reports/" + id + "/" + action)
                    .then()
                    .statusCode(403);
        }
    }

    private static Map<String, Object> body(String action) {
        return switch (action) {
            case "submissions" -> SUBMISSION;
            case "returns" -> Map.of("reasons", List.of(Map.of("part", "TRAINING", "reason", "请补充")));
            default -> Map.of("opinion", "同意");
        };
    }
}
