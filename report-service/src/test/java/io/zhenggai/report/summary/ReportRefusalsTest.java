package io.zhenggai.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Caller;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import io.zhenggai.report.testsupport.PlanServiceStates;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class ReportRefusalsTest {

    private static final Caller OFFICE = new Caller("office:410100");
    private static final Caller PROVINCE = new Caller("province");
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
    void aCampaignThatNeverArrivesIsUnprocessable() {
        OFFICE.draft(UUID.randomUUID(), Caller.FULL)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("campaignId"));
    }

    @Test
    void thereIsOneReportOfAnOfficeAndCampaign() {
        assertThat(OFFICE.draft(campaign, Caller.FULL).statusCode()).isEqualTo(201);

        OFFICE.draft(campaign, Caller.FULL)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://zhenggai.io/problems/conflict"));

        assertThat(new Caller("office:410200").draft(campaign, Caller.FULL).statusCode())
                .isEqualTo(201);
    }

    @Test
    void namesEveryBlankPart() {
        Map<String, Object> content = new HashMap<>(Caller.FULL);
        content.remove("problems");
        content.put("experience", "　……");
        String id = OFFICE.draft(campaign, content).path("id");

        Response refused = OFFICE.submit(id);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field"))
                .containsExactly("content.problems", "content.experience");
        assertThat(OFFICE.read(id).<String>path("status")).isEqualTo("DRAFT");
        assertThat(OFFICE.get("/" + id + "/submissions").jsonPath().getList("")).isEmpty();
        assertThat(OFFICE.get("/" + id + "/history").jsonPath().getList("")).hasSize(1);
    }

    @Test
    void illegalMovesNameTheLegalOnes() {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        assertThat(PROVINCE.accept(id).<List<String>>path("legalMoves")).containsExactly("REVISE", "SUBMIT");
        assertThat(PROVINCE.giveBack(id).statusCode()).isEqualTo(409);
        OFFICE.submit(id);

        Response again = OFFICE.submit(id);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("type")).isEqualTo("https://zhenggai.io/problems/illegal-transition");
        assertThat(again.<String>path("currentStatus")).isEqualTo("SUBMITTED");
        assertThat(again.<List<String>>path("legalMoves")).containsExactly("RETURN", "ACCEPT");
        assertThat(OFFICE.revise(id, "*", Caller.FULL).statusCode()).isEqualTo(409);
        PROVINCE.accept(id);
        assertThat(PROVINCE.giveBack(id).statusCode()).isEqualTo(409);
        assertThat(OFFICE.revise(id, "*", Caller.FULL).statusCode()).isEqualTo(409);
    }

    @Test
    void aChangeNeedsTheTagOfWhatStandsThere() {
        Response drafted = OFFICE.draft(campaign, Caller.FULL);
        String id = drafted.path("id");
        String path = "/api/v1/reports/" + id;
        OFFICE.revise(id, drafted.header("ETag"), Caller.FULL);

        assertThat(OFFICE.revise(id, drafted.header("ETag"), Caller.FULL).statusCode())
                .isEqualTo(412);
        assertThat(OFFICE.request().body(Caller.FULL).put(path + "/content").statusCode())
                .isEqualTo(428);
        for (String action : List.of("submissions", "returns", "acceptances")) {
            Caller caller = action.equals("submissions") ? OFFICE : PROVINCE;
            Response without = caller.request().body(body(action)).post(path + "/" + action);
            assertThat(without.statusCode()).as(action).isEqualTo(428);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', campaignId",
        "'{\"campaignId\": \"2021\", \"content\": {}}', campaignId",
        "'{\"campaignId\": \"CAMPAIGN\"}', content",
        "'{\"campaignId\": \"CAMPAIGN\", \"content\": {\"practises\": \"\"}}', content.practises",
        "'{\"campaignId\": \"CAMPAIGN\", \"content\": {\"suggestions\": [{\"text\": \" \"}]}}', content.suggestions[0].text",
        "'{\"campaignId\": \"CAMPAIGN\", \"content\": {\"cases\": [{\"title\": \"一站式\"}]}}', content.cases[0].text",
        "'{\"campaignId\": \"CAMPAIGN\", \"content\": {\"training\": \"a\\u0000b\"}}', content.training",
        "'{\"campaignId\": \"CAMPAIGN\", \"content\": {\"cases\": \"一站式\"}}', content.cases",
        "'{\"campaignId\": \"CAMPAIGN\", \"region\": \"410200\", \"content\": {}}', region"
    })
    void namesTheFieldThatIsNotOfItsForm(String body, String field) {
        OFFICE.request()
                .body(body.replace("CAMPAIGN", campaign.toString()))
                .post("/api/v1/reports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));

        assertThat(OFFICE.get("?total=true&campaignId=" + campaign).<Integer>path("total"))
                .isZero();
    }

    @Test
    void aPartHasTwentyThousandCharactersAtTheMost() {
        String ideograph = new String(Character.toChars(0x20000));
        String id = OFFICE.draft(campaign, Map.of("practices", ideograph.repeat(20_000)))
                .path("id");
        assertThat(OFFICE.read(id).<String>path("content.practices")).hasSize(40_000);

        OFFICE.revise(id, "*", Map.of("practices", "字".repeat(20_001)))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("practices"));
    }

    @ParameterizedTest
    @CsvSource({
        "submissions, '{\"documentNumber\": \"\", \"signatory\": \"李主任\"}', documentNumber",
        "submissions, '{\"documentNumber\": \"28号\"}', signatory",
        "returns, '{\"reasons\": []}', reasons",
        "returns, '{\"reasons\": [{\"part\": \"SIXTH\", \"reason\": \"请补充\"}]}', reasons[0].part",
        "returns, '{\"reasons\": [{\"part\": \"TRAINING\", \"reason\": \"\"}]}', reasons[0].reason",
        "returns, '{\"reasons\": [{\"part\": \"TRAINING\", \"reason\": \"补充\"}], \"resubmitBy\": \"明天\"}', resubmitBy",
        "acceptances, '{\"opinion\": \" \"}', opinion"
    })
    void aMoveNamesTheFieldThatIsNotOfItsForm(String action, String body, String field) {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        Caller caller = action.equals("submissions") ? OFFICE : PROVINCE;

        caller.request()
                .header("If-Match", "*")
                .body(body)
                .post("/api/v1/reports/" + id + "/" + action)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-12-23", "2022-03-25", "2199-12-31"})
    void aRespiteOutOfBoundsIsUnprocessable(String day) {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        OFFICE.submit(id);
        Map<String, Object> reason = Map.of("part", "TRAINING", "reason", "请补充");

        PROVINCE.act(id, "returns", Map.of("reasons", List.of(reason), "resubmitBy", day))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("resubmitBy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000", "410100"})
    void whatIsNotThereIsNotFound(String id) {
        assertThat(PROVINCE.read(id).statusCode()).isEqualTo(404);
        assertThat(PROVINCE.accept(id).statusCode()).isEqualTo(404);
        assertThat(OFFICE.submit(id).statusCode()).isEqualTo(404);
    }

    private static Map<String, Object> body(String action) {
        return switch (action) {
            case "submissions" -> SUBMISSION;
            case "returns" -> Map.of("reasons", List.of(Map.of("part", "TRAINING", "reason", "请补充")));
            default -> Map.of("opinion", "同意");
        };
    }
}
