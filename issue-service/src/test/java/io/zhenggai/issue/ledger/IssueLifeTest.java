package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.addEvidence;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.withEvidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
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
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of an issue over HTTP, from the register to the close-out. */
@QuarkusTest
@OnRealServers
class IssueLifeTest {

    private static final String OFFICE = "office:410300";
    private static final String SECOND = "office:410300:2";
    private static final String THIRD = "office:410300:3";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void livesFromTheRegisterToTheCloseOutOnceReturned() {
        String id = closedOnceReturned();

        Response history = as("province").get(ISSUES + id + "/history");
        assertThat(history.<List<String>>path("action"))
                .containsExactly(
                        "REGISTER",
                        "ASSIGN",
                        "ACKNOWLEDGE",
                        "ANALYSE_CAUSE",
                        "RECTIFY",
                        "ADD_EVIDENCE",
                        "REQUEST_CLOSE_OUT",
                        "FIRST_REVIEW",
                        "RETURN",
                        "REQUEST_CLOSE_OUT",
                        "FIRST_REVIEW",
                        "CLOSE");
        assertThat(history.<List<Integer>>path("version")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        history.then()
                .body("[0].name", equalTo("省工改办经办人一"))
                .body("[0].role", equalTo("province"))
                .body("[0].channel", equalTo("API"))
                .body("[0].at", equalTo("2021-10-20T01:00:00Z"))
                .body("[0].changes.description.to", equalTo("施工许可核发超过承诺时限"))
                .body("[1].changes.status.from", equalTo("REGISTERED"))
                .body("[1].changes.status.to", equalTo("ASSIGNED"))
                .body("[1].changes.verifier.to", equalTo("PROVINCE"))
                .body("[1].changes.acknowledgeBy.to", equalTo("2021-10-22"))
                .body("[3].changes.leadUnit.to", equalTo("住建局"))
                .body("[5].changes.evidenceCount.from", equalTo(0))
                .body("[5].changes.evidenceCount.to", equalTo(1))
                .body("[5].changes.evidence.to.fileName", equalTo("说明.txt"))
                .body("[5].changes.evidence.to.sha256", hasLength(64))
                .body("[8].reason", equalTo("整改到位，同意"))
                .body("[8].changes.returns.to", equalTo(1))
                .body("[8].changes.firstReviewedAt.to", nullValue())
                .body("[11].region", equalTo("410000"));
        assertThat(history.body().asString()).doesNotContain("province:2", "office:410300");
    }

    @Test
    void everyChangeIsToldOnceAndInOrderWithoutTextsOrPersons() {
        String id = closedOnceReturned();

        List<Heard> heard = IssueTopic.eventsOf(id, 12);

        assertThat(heard)
                .extracting(Heard::type)
                .containsExactly(
                        "issue.registered.v1",
                        "issue.assigned.v1",
                        "issue.acknowledged.v1",
                        "issue.cause-analysed.v1",
                        "issue.rectification-started.v1",
                        "issue.evidence-added.v1",
                        "issue.close-out-requested.v1",
                        "issue.first-reviewed.v1",
                        "issue.returned.v1",
                        "issue.close-out-requested.v1",
                        "issue.first-reviewed.v1",
                        "issue.closed.v1");
        assertThat(heard)
                .extracting(Heard::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 12).boxed().toList());
        assertThat(heard.get(5).json()).contains("\"sha256\"").contains("\"evidenceCount\":1");
        Heard last = heard.get(11);
        assertThat(last.state().path("status").asText()).isEqualTo("CLOSED");
        assertThat(last.state().path("closedOn").asText()).isEqualTo("2021-10-20");
        assertThat(last.state().path("firstReviewedOn").asText()).isEqualTo("2021-10-20");
        assertThat(last.state().path("leadUnit").asText()).isEqualTo("住建局");
        assertThat(last.state().path("cooperatingUnits").path(0).asText()).isEqualTo("自然资源和规划局");
        heard.forEach(event -> assertThat(event.json())
                .doesNotContain("施工许可", "信息未共享", "张建设", "说明.txt", "已整改", "经办人", "office:", "第3项"));
    }

    private static String closedOnceReturned() {
        Response issue = register("province", "410300");
        String id = issue.path("id");
        issue = act("province", issue, "assignments", ASSIGNMENT);
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "cause-analyses", CAUSE);
        issue = act(OFFICE, issue, "rectifications", "");
        Response evidence = addEvidence(OFFICE, id, issue.header("ETag"));
        issue = act(OFFICE, id, evidence.header("ETag"), "close-out-requests", CLOSE_OUT);
        issue = act(SECOND, issue, "first-reviews", OPINION);
        issue = act("province", issue, "returns", OPINION);
        issue = act(SECOND, issue, "close-out-requests", CLOSE_OUT);
        issue = act(OFFICE, issue, "first-reviews", OPINION);
        issue = act("province:2", issue, "close-outs", OPINION);
        issue.then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("returns", equalTo(1))
                .body("light", nullValue())
                .body("legalMoves", equalTo(List.of("REVOKE_CLOSE_OUT")));
        return id;
    }

    @Test
    void theCityVerifiesWhatItFoundItself() {
        Response issue = act(OFFICE, withEvidence("410300"), "close-out-requests", CLOSE_OUT);

        act(SECOND, issue, "close-outs", OPINION).then().statusCode(200).body("status", equalTo("CLOSED"));
    }

    @Test
    void anIllegalMoveNamesTheLegalOnes() {
        Response issue = register("province", "410300");

        act("province", issue, "close-outs", OPINION)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("https://zhenggai.io/problems/illegal-transition"))
                .body("currentStatus", equalTo("REGISTERED"))
                .body("legalMoves", contains("ASSIGN", "REJECT", "CORRECT", "ADD_SOURCE_ITEM", "SPLIT", "MERGE"));
        as("province").get(ISSUES + issue.path("id")).then().body("version", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "province,acknowledgements",
        "province,close-out-requests",
        "province,first-reviews",
        "county:410307,assignments",
        "county:410307,close-outs",
        "leader,assignments",
        "auditor:410300,acknowledgements",
        "indicator-lead:410300:发改委,acknowledgements",
        "member-unit:省自然资源厅,assignments",
        "system:complaints,close-outs"
    })
    void rolesDoTheirOwnPartOnly(String account, String action) {
        Response issue = register("province", "410307");

        act(account, issue, action, OPINION).then().statusCode(403);
    }

    @Test
    void aChangeNeedsTheVersionThatItStartsFrom() {
        Response issue = register("province", "410300");
        String address = ISSUES + issue.path("id") + "/assignments";

        as("province").body(ASSIGNMENT).post(address).then().statusCode(428);
        act("province", issue, "assignments", ASSIGNMENT).then().statusCode(200);
        act("province", issue, "assignments", ASSIGNMENT)
                .then()
                .statusCode(412)
                .body("type", equalTo("https://zhenggai.io/problems/stale-version"));
    }

    @Test
    void nobodyVerifiesTheirOwnRequest() {
        Response issue = act(OFFICE, withEvidence("410300"), "close-out-requests", CLOSE_OUT);

        act(OFFICE, issue, "close-outs", OPINION).then().statusCode(403).body("detail", containsString("本人"));
        act(OFFICE, issue, "returns", OPINION).then().statusCode(403);
        act(THIRD, issue, "close-outs", OPINION).then().statusCode(200);
    }

    @Test
    void aCloseOutNeedsEvidenceAPledgeAndAMechanism() {
        Response issue = registerOwnFinding(OFFICE, "410300");
        issue = act(OFFICE, issue, "assignments", ASSIGNMENT);
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "cause-analyses", CAUSE);
        issue = act(OFFICE, issue, "rectifications", "");

        act(OFFICE, issue, "close-out-requests", CLOSE_OUT)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("evidence"));
        act(OFFICE, issue, "close-out-requests", CLOSE_OUT.replace("true", "false"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("pledgeOfTruth"));
        act(OFFICE, issue, "close-out-requests", CLOSE_OUT.replace("建立定期调度机制", "\u3000"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("lastingMechanism"));
    }

    @Test
    void rectificationNeedsTheCauseFirst() {
        Response issue = registerOwnFinding(OFFICE, "410300");
        issue = act(OFFICE, issue, "assignments", ASSIGNMENT);
        issue = act(OFFICE, issue, "acknowledgements", "");

        act(OFFICE, issue, "rectifications", "").then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({"2021-10-19,422", "2021-10-20,200", "2021-12-31,200", "2022-01-01,422"})
    void aDeadlineLiesBetweenTodayAndTheCampaignsEnd(String deadline, int status) {
        Response issue = register("province", "410300");

        act("province", issue, "assignments", "{\"deadline\": \"" + deadline + "\"}")
                .then()
                .statusCode(status);
    }

    @Test
    void anEndedCampaignIsSaidToHaveEnded() {
        Response issue = register("province", "410300");
        clock.freezeAt(Instant.parse("2021-12-31T16:00:00Z"));

        act("province", issue, "assignments", "{\"deadline\": \"2022-01-10\"}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("deadline"))
                .body("violations[0].message", equalTo("整改行动已于 2021-12-31 结束，不再交办"));
        register("province", "410300")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("campaignId"))
                .body("violations[0].message", equalTo("该整改行动已于 2021-12-31 结束，不再登记新问题"));
    }

    @Test
    void theLimitForAcknowledgingDoesNotLieBehindTheDeadline() {
        Response issue = register("province", "410300");

        act("province", issue, "assignments", "{\"deadline\": \"2021-10-22\", \"acknowledgeWithinWorkingDays\": 3}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("acknowledgeWithinWorkingDays"));
        act("province", issue, "assignments", "{\"deadline\": \"2021-10-22\", \"acknowledgeWithinWorkingDays\": 2}")
                .then()
                .statusCode(200)
                .body("acknowledgeBy", equalTo("2021-10-22"));
    }

    @Test
    void whoHandlesAnIssueKeepsIt() {
        String lead = "department:410300:住建局";
        Response issue = register("province", "410300");
        issue = act("province", issue, "assignments", "{\"deadline\": \"2021-12-31\", \"leadUnit\": \"住建局\"}");
        issue = act(lead, issue, "acknowledgements", "");

        act(lead, issue, "cause-analyses", CAUSE.replace("住建局", "政务服务局"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("leadUnit"));
        as(lead).get(ISSUES + issue.path("id")).then().statusCode(200).body("leadUnit", equalTo("住建局"));
        issue = act(lead, issue, "cause-analyses", CAUSE);
        act(OFFICE, issue, "cause-analyses", CAUSE.replace("住建局", "政务服务局"))
                .then()
                .statusCode(200)
                .body("leadUnit", equalTo("政务服务局"));
    }

    /** Of the notice's 省级成员单位: what the province hands down to it, it handles like a department. */
    @Test
    void aMemberUnitOfTheProvinceHandlesWhatItLeads() {
        String lead = "member-unit:省自然资源厅";
        Response issue = register("province", "410300");
        act(lead, issue, "acknowledgements", "").then().statusCode(404);
        issue = act("province", issue, "assignments", "{\"deadline\": \"2021-12-31\", \"leadUnit\": \"省自然资源厅\"}");
        issue = act(lead, issue, "acknowledgements", "");
        issue = act(lead, issue, "cause-analyses", CAUSE.replace("住建局", "省自然资源厅"));
        issue = act(lead, issue, "rectifications", "");
        issue = act(lead, issue, "progress-entries", "{\"progress\": \"已完成流程梳理\"}");
        Response evidence = addEvidence(lead, issue.path("id"), issue.header("ETag"));

        issue = act(lead, issue.path("id"), evidence.header("ETag"), "close-out-requests", CLOSE_OUT);

        issue.then().statusCode(200).body("status", equalTo("CLOSE_OUT_REQUESTED"));
        act(lead, issue, "first-reviews", OPINION).then().statusCode(403);
        issue = act(OFFICE, issue, "first-reviews", OPINION);
        act("province", issue, "close-outs", OPINION).then().statusCode(200).body("status", equalTo("CLOSED"));
    }

    @Test
    void aCountyNamesAUnitOfItsOwnWhereNoneIsNamed() {
        Response issue = register("province", "410307");
        issue = act(OFFICE, issue, "assignments", ASSIGNMENT);
        issue = act("county:410307", issue, "acknowledgements", "");

        act("county:410307", issue, "cause-analyses", CAUSE.replace("住建局", "区住建局"))
                .then()
                .statusCode(200)
                .body("leadUnit", equalTo("区住建局"));
    }

    @Test
    void aCityCannotMakeTheProvinceVerifyNorKeepItFromIt() {
        Response own = registerOwnFinding(OFFICE, "410300");
        Response scorecard = register(OFFICE, "410300");

        act(OFFICE, own, "assignments", "{\"deadline\": \"2021-12-31\", \"verifier\": \"PROVINCE\"}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("verifier"));
        act(OFFICE, scorecard, "assignments", "{\"deadline\": \"2021-12-31\", \"verifier\": \"CITY\"}")
                .then()
                .statusCode(422);
        act("province", scorecard, "assignments", "{\"deadline\": \"2021-12-31\", \"verifier\": \"CITY\"}")
                .then()
                .statusCode(200)
                .body("verifier", equalTo("CITY"));
    }
}
