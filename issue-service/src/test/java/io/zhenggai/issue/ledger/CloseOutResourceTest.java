package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.withEvidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes at the end of an issue's life and behind it, over HTTP. */
@QuarkusTest
@OnRealServers
class CloseOutResourceTest {

    private static final String CITY = "411000";
    private static final String OFFICE = "office:" + CITY;
    private static final Instant NEXT_YEAR = Instant.parse("2022-01-04T01:00:00Z");

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void aCloseOutThatDoesNotHoldIsRevokedByTheProvinceEvenAfterTheCampaign() {
        Response issue = closed();
        clock.freezeAt(NEXT_YEAR);
        String revocation = "{\"finding\": \"FALSE\", \"reason\": \"现场核查与佐证材料不符\", \"deadline\": \"2022-02-28\"}";

        act(OFFICE, issue, "close-out-revocations", revocation).then().statusCode(403);
        issue = act("province", issue, "close-out-revocations", revocation);

        issue.then()
                .statusCode(200)
                .body("status", equalTo("IN_RECTIFICATION"))
                .body("revocations", equalTo(1))
                .body("deadline", equalTo("2022-02-28"))
                .body("closedAt", nullValue())
                .body("verifiedBy", nullValue());
        Heard last = lastEvent(issue, 9);
        assertThat(last.type()).isEqualTo("issue.close-out-revoked.v1");
        assertThat(last.json()).contains("\"finding\":\"FALSE\"").doesNotContain("现场核查");
    }

    @ParameterizedTest
    @CsvSource({"2022-01-03,422", "2022-01-04,200", "2023-01-04,200", "2023-01-05,422"})
    void aRevokedCloseOutIsRectifiedWithinAYear(String deadline, int status) {
        Response issue = closed();
        clock.freezeAt(NEXT_YEAR);

        act(
                        "province",
                        issue,
                        "close-out-revocations",
                        "{\"finding\": \"INCOMPLETE\", \"reason\": \"整改不到位\", \"deadline\": \"" + deadline + "\"}")
                .then()
                .statusCode(status);
    }

    @Test
    void whatIsNotOverIsCarriedOverIntoTheNextCampaign() throws Exception {
        UUID next = UUID.randomUUID();
        Response assigned = act("province", register("province", CITY), "assignments", ASSIGNMENT);
        Response registered = register("province", CITY);
        clock.freezeAt(NEXT_YEAR);
        OtherServices.publishNextYears(next);

        assigned = act("province", assigned, "carry-overs", carriedInto(next, "2022-06-30"));
        registered = act("province", registered, "carry-overs", "{\"campaignId\": \"" + next + "\"}");

        assigned.then()
                .statusCode(200)
                .body("campaignId", equalTo(next.toString()))
                .body("carriedOverFrom", equalTo(OtherServices.CAMPAIGN_2021.toString()))
                .body("deadline", equalTo("2022-06-30"))
                .body("status", equalTo("ASSIGNED"));
        registered.then().statusCode(200).body("deadline", nullValue());
        act("province", registered, "assignments", "{\"deadline\": \"2022-12-31\"}")
                .then()
                .statusCode(200);
        assertThat(lastEvent(assigned, 3).state().path("carriedOverFrom").asText())
                .isEqualTo(OtherServices.CAMPAIGN_2021.toString());
    }

    @Test
    void aCarryOverThatCannotBeIsToldWhy() throws Exception {
        UUID next = UUID.randomUUID();
        OtherServices.publishNextYears(next);
        Response assigned = act("province", register("province", CITY), "assignments", ASSIGNMENT);
        Response registered = register("province", CITY);
        Response closed = closed();
        act("province", assigned, "carry-overs", carriedInto(next, "2022-06-30"))
                .then()
                .statusCode(409)
                .body("detail", equalTo("该问题所属整改行动将于 2021-12-31 结束，结束前不能结转。"));
        clock.freezeAt(NEXT_YEAR);

        refused(assigned, carriedInto(UUID.randomUUID(), "2022-06-30"), "campaignId");
        refused(assigned, carriedInto(OtherServices.CAMPAIGN_2021, "2022-06-30"), "campaignId");
        refused(assigned, "{\"campaignId\": \"" + next + "\"}", "deadline");
        refused(assigned, carriedInto(next, "2022-01-03"), "deadline");
        refused(assigned, carriedInto(next, "2023-01-01"), "deadline");
        refused(registered, carriedInto(next, "2022-06-30"), "deadline");
        act("province", closed, "carry-overs", carriedInto(next, "2022-06-30"))
                .then()
                .statusCode(409)
                .body("currentStatus", equalTo("CLOSED"));
    }

    private static void refused(Response issue, String body, String field) {
        act("province", issue, "carry-overs", body).then().statusCode(422).body("violations[0].field", equalTo(field));
    }

    @Test
    void whatIsNotAcceptedIsRejectedWithAReason() {
        Response issue = registerOwnFinding(OFFICE, CITY);

        issue = act(OFFICE, issue, "rejections", "{\"reason\": \"不属于办理建筑许可事项\"}");

        issue.then().statusCode(200).body("status", equalTo("REJECTED")).body("legalMoves", equalTo(List.of("ASSIGN")));
        as(OFFICE)
                .get(ISSUES + issue.path("id") + "/history")
                .then()
                .body("[1].action", equalTo("REJECT"))
                .body("[1].reason", equalTo("不属于办理建筑许可事项"));
        act(OFFICE, register("province", CITY), "rejections", "{\"reason\": \"\\u3000\"}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
    }

    @Test
    void aCityRejectsOnlyWhatItVerifiesAndWhatWasRejectedMayBeAcceptedAfterAll() {
        Response issue = register("province", CITY);
        String reason = "{\"reason\": \"不属于办理建筑许可事项\"}";

        act(OFFICE, issue, "rejections", reason).then().statusCode(403);
        issue = act("province", issue, "rejections", reason);
        issue = act("province", issue, "assignments", ASSIGNMENT);

        issue.then().statusCode(200).body("status", equalTo("ASSIGNED")).body("dueOn", equalTo("2021-12-31"));
    }

    @Test
    void anExtensionThatIsPendingDoesNotOutliveItsCampaign() throws Exception {
        UUID next = UUID.randomUUID();
        Response issue = act(
                "province", register("province", CITY), "assignments", ASSIGNMENT.replace("2021-12-31", "2021-12-20"));
        issue = act(OFFICE, issue, "extension-requests", "{\"deadline\": \"2021-12-31\", \"reason\": \"周期较长\"}");
        clock.freezeAt(NEXT_YEAR);
        OtherServices.publishNextYears(next);

        issue = act("province", issue, "carry-overs", carriedInto(next, "2022-06-30"));

        issue.then().statusCode(200).body("pendingRequests", equalTo(List.of()));
        as("province").get(ISSUES + issue.path("id") + "/requests").then().body("items[0].state", equalTo("LAPSED"));
    }

    @Test
    void whatWasRegisteredWronglyIsCorrectedWithAReason() {
        Response issue = registerOwnFinding("county:411002", "411002");

        issue = act(
                "county:411002",
                issue,
                "corrections",
                "{\"description\": \"施工图审查超时\", \"severity\": \"SERIOUS\", \"reason\": \"录入有误\"}");

        issue.then()
                .statusCode(200)
                .body("description", equalTo("施工图审查超时"))
                .body("severity", equalTo("SERIOUS"))
                .body("category", equalTo("TIME"));
        assertThat(lastEvent(issue, 2).type()).isEqualTo("issue.corrected.v1");
        act(OFFICE, issue, "corrections", "{\"severity\": \"SERIOUS\", \"reason\": \"录入有误\"}")
                .then()
                .statusCode(422);
    }

    @Test
    void progressIsReportedWhileAnIssueIsRectified() {
        Response issue = withEvidence(CITY);

        issue = act(OFFICE, issue, "progress-entries", "{\"progress\": \"已完成系统改造方案\"}");

        issue.then()
                .statusCode(200)
                .body("progress", equalTo("已完成系统改造方案"))
                .body("progressAt", equalTo("2021-10-20T01:00:00Z"));
        Response requested = act(OFFICE, issue, "close-out-requests", CLOSE_OUT);
        act(OFFICE, requested, "progress-entries", "{\"progress\": \"已完成\"}")
                .then()
                .statusCode(409);
        assertThat(lastEvent(issue, 7).json()).doesNotContain("系统改造");
    }

    private static Response closed() {
        Response issue = act(OFFICE, withEvidence(CITY), "close-out-requests", CLOSE_OUT);
        return act(OFFICE + ":2", issue, "close-outs", OPINION);
    }

    private static String carriedInto(UUID campaign, String deadline) {
        return "{\"campaignId\": \"" + campaign + "\", \"deadline\": \"" + deadline + "\"}";
    }

    private static Heard lastEvent(Response issue, int count) {
        List<Heard> heard = IssueTopic.eventsOf(issue.path("id"), count);
        return heard.get(count - 1);
    }
}
