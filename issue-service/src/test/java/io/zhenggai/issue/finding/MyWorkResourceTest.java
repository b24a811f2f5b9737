package io.zhenggai.issue.finding;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.addEvidence;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.complaint;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose turn it is, step by step. */
@QuarkusTest
@OnRealServers
class MyWorkResourceTest {

    private static final String OFFICE = "office:410800";
    private static final String SECOND = "office:410800:2";
    private static final String HOUSING = "department:410800:住建局";
    private static final String HELPING = "department:410800:自然资源和规划局";
    private static final String COUNTY = "county:410882";
    private static final String PROVINCE = "province";
    private static final List<String> ALL = List.of(PROVINCE, OFFICE, SECOND, HOUSING, HELPING, COUNTY);

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void whatTheProvinceVerifiesWaitsForOneAfterTheOther() {
        Response issue = register("province", "410882");
        waits(issue, Map.of(PROVINCE, "ASSIGN"));

        issue = act("province", issue, "assignments", ASSIGNMENT);
        waits(issue, Map.of(OFFICE, "ACKNOWLEDGE", SECOND, "ACKNOWLEDGE"));

        issue = act(OFFICE, issue, "acknowledgements", "");
        waits(issue, Map.of(OFFICE, "ALLOT", SECOND, "ALLOT"));

        issue = act(OFFICE, issue, "allotments", "{\"leadUnit\": \"住建局\", \"cooperatingUnits\": [\"自然资源和规划局\"]}");
        waits(issue, Map.of(HOUSING, "ACKNOWLEDGE", COUNTY, "ACKNOWLEDGE"));

        issue = act(HOUSING, issue, "acknowledgements", "");
        waits(issue, Map.of(HOUSING, "ANALYSE_CAUSE", COUNTY, "ANALYSE_CAUSE"));

        issue = act(HOUSING, issue, "cause-analyses", CAUSE);
        waits(issue, Map.of(HOUSING, "RECTIFY", COUNTY, "RECTIFY"));

        issue = act(HOUSING, issue, "rectifications", "");
        waits(issue, Map.of(HOUSING, "REQUEST_CLOSE_OUT", COUNTY, "REQUEST_CLOSE_OUT"));

        Response evidence = addEvidence(HOUSING, issue.path("id"), issue.header("ETag"));
        issue = act(HOUSING, issue.path("id"), evidence.header("ETag"), "close-out-requests", CLOSE_OUT);
        waits(issue, Map.of(OFFICE, "FIRST_REVIEW", SECOND, "FIRST_REVIEW"));

        issue = act(OFFICE, issue, "first-reviews", OPINION);
        waits(issue, Map.of(PROVINCE, "CLOSE"));

        issue = act("province", issue, "close-outs", OPINION);
        issue.then().statusCode(200);
        waits(issue, Map.of());
    }

    @Test
    void nobodyVerifiesTheirOwnAndAComplaintIsAnsweredAndCalledBack() {
        Response issue =
                as("system:complaints").body(complaint("410800", unique())).post("/api/v1/issues");
        waits(issue, Map.of(OFFICE, "ASSIGN ANSWER", SECOND, "ASSIGN ANSWER"));

        issue = act(OFFICE, issue, "assignments", ASSIGNMENT);
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "cause-analyses", CAUSE);
        issue = act(OFFICE, issue, "rectifications", "");
        Response evidence = addEvidence(OFFICE, issue.path("id"), issue.header("ETag"));
        issue = act(OFFICE, issue.path("id"), evidence.header("ETag"), "close-out-requests", CLOSE_OUT);

        waits(issue, Map.of(OFFICE, "ANSWER CALL_BACK", SECOND, "ANSWER CALL_BACK CLOSE", HOUSING, "ANSWER"));
    }

    @Test
    void aRequestWaitsForTheLevelThatDecidesIt() {
        Response issue = register("province", "410800");
        issue = act("province", issue, "assignments", ASSIGNMENT);
        issue = act(OFFICE, issue, "reassignment-requests", "{\"reason\": \"不属于本市办理\"}");
        issue.then().statusCode(200);

        waits(issue, Map.of(PROVINCE, "DECIDE_REQUEST", OFFICE, "ACKNOWLEDGE", SECOND, "ACKNOWLEDGE"));
    }

    @Test
    void itIsCountedByWhatIsToBeDone() {
        int before = count(OFFICE, "ACKNOWLEDGE");
        Response issue = register("province", "410800");
        act("province", issue, "assignments", ASSIGNMENT);

        assertThat(count(OFFICE, "ACKNOWLEDGE")).isEqualTo(before + 1);
        assertThat(as(OFFICE)
                        .get("/api/v1/issues?total=true&waitingForMe=ACKNOWLEDGE")
                        .<Integer>path("total"))
                .isEqualTo(before + 1);
    }

    @Test
    void aMemberUnitOfTheProvinceHasWhatItLeads() {
        String lead = "member-unit:省财政厅";
        Response issue = register("province", "410800");
        act("province", issue, "assignments", "{\"deadline\": \"2021-12-31\", \"leadUnit\": \"省财政厅\"}");

        assertThat(count(lead, "ACKNOWLEDGE")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "auditor:410800", "indicator-lead:410800:发改委", "system:complaints"})
    void whoOnlyReadsHasNothingToDo(String account) {
        register("province", "410800");

        as(account).get("/api/v1/my-work").then().statusCode(200).body("items", empty());
        as(account)
                .get("/api/v1/issues?waitingForMe=ANY")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    /** @param duties of those for whom anything waits, by account */
    private static void waits(Response issue, Map<String, String> duties) {
        issue.then().statusCode(lessThan(300));
        String number = issue.path("ledgerNumber");
        for (String account : ALL) {
            Response list = as(account).get("/api/v1/issues?waitingForMe=ANY&number=" + number);
            list.then().statusCode(200);
            List<List<String>> waiting = list.path("items.waitingFor");
            String expected = duties.getOrDefault(account, "");
            assertThat(waiting.stream().map(one -> String.join(" ", one)).toList())
                    .as(account + " with " + issue.path("status"))
                    .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
        }
    }

    private static int count(String account, String duty) {
        return as(account).get("/api/v1/my-work").path("items.find { it.waitingFor == '" + duty + "' }.count");
    }
}
