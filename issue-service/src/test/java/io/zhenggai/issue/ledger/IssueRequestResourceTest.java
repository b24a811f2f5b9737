package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.withEvidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for and decided over HTTP. */
@QuarkusTest
@OnRealServers
class IssueRequestResourceTest {

    private static final String CITY = "410300";
    private static final String OFFICE = "office:" + CITY;
    private static final String SECOND = OFFICE + ":2";
    private static final String LEAD = "department:" + CITY + ":住建局";
    private static final String REASON = "\"reason\": \"系统改造周期较长\"";
    private static final String EXTENSION = "{\"deadline\": \"2021-12-20\", " + REASON + "}";
    private static final String LONG_TERM =
            "{\"stageGoal\": \"半数县区上线\", \"stageReviewOn\": \"2022-03-31\", " + REASON + "}";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void anExtensionIsAskedForAndGrantedByTheLevelAbove() {
        Response issue = assignedUntil("2021-11-30");
        issue = act(OFFICE, issue, "extension-requests", EXTENSION);
        issue.then()
                .statusCode(200)
                .body("pendingRequests", contains("EXTENSION"))
                .body("deadline", equalTo("2021-11-30"))
                .body("legalMoves", hasItem("EXTEND"))
                .body("legalMoves", not(hasItem("REQUEST_EXTENSION")));
        String request = onlyRequest(issue);

        act(SECOND, issue, "requests/" + request + "/grants", OPINION).then().statusCode(403);
        issue = act("province", issue, "requests/" + request + "/grants", OPINION);

        issue.then()
                .statusCode(200)
                .body("deadline", equalTo("2021-12-20"))
                .body("dueOn", equalTo("2021-12-20"))
                .body("extensions", equalTo(1))
                .body("pendingRequests", empty());
        as(LEAD).get(ISSUES + issue.path("id") + "/requests").then().statusCode(404);
        as("leader")
                .get(ISSUES + issue.path("id") + "/requests")
                .then()
                .statusCode(200)
                .body("items.kind", contains("EXTENSION"))
                .body("items.state", contains("GRANTED"))
                .body("items.decidedBy", contains("PROVINCE"))
                .body("items.deadline", contains("2021-12-20"))
                .body("items.reason", contains("系统改造周期较长"))
                .body("items.opinion", contains("整改到位，同意"))
                .body("items.settledBy", contains("省工改办经办人一"));
        List<Heard> heard = IssueTopic.eventsOf(issue.path("id"), 4);
        assertThat(heard)
                .extracting(Heard::type)
                .containsExactly(
                        "issue.registered.v1", "issue.assigned.v1", "issue.request-made.v1", "issue.extended.v1");
        assertThat(heard.get(2).json()).contains("\"kind\":\"EXTENSION\"").doesNotContain("系统改造");
        assertThat(heard.get(3).state().path("extensions").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2021-11-30,422", "2021-12-01,200", "2021-12-31,200", "2022-01-01,422"})
    void anExtensionLiesBehindTheDeadlineAndWithinTheCampaign(String deadline, int status) {
        Response issue = assignedUntil("2021-11-30");

        act(OFFICE, issue, "extension-requests", EXTENSION.replace("2021-12-20", deadline))
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"2021-11-30T15:59:59.999Z,200", "2021-11-30T16:00:00Z,422"})
    void anExtensionIsAskedForUntilTheEndOfTheLastDay(String now, int status) {
        Response issue = assignedUntil("2021-11-30");
        clock.freezeAt(Instant.parse(now));

        act(OFFICE, issue.path("id"), "*", "extension-requests", EXTENSION)
                .then()
                .statusCode(status);
    }

    @Test
    void theOfficeDecidesOnWhatItAssigned() {
        Response issue = register(OFFICE, CITY);
        issue = act(OFFICE, issue, "assignments", "{\"deadline\": \"2021-11-30\", \"leadUnit\": \"住建局\"}");
        issue = act(LEAD, issue, "extension-requests", EXTENSION);
        String request = onlyRequest(issue);

        issue = act(OFFICE, issue, "requests/" + request + "/refusals", OPINION);
        issue.then().statusCode(200).body("deadline", equalTo("2021-11-30")).body("pendingRequests", empty());
        act(OFFICE, issue, "requests/" + request + "/grants", OPINION)
                .then()
                .statusCode(409)
                .body("currentStatus", equalTo("REFUSED"));
    }

    @Test
    void theProvinceMayDecideOnEverything() {
        Response issue = register(OFFICE, CITY);
        issue = act(OFFICE, issue, "assignments", "{\"deadline\": \"2021-11-30\", \"leadUnit\": \"住建局\"}");
        issue = act(LEAD, issue, "extension-requests", EXTENSION);

        act("province", issue, "requests/" + onlyRequest(issue) + "/grants", OPINION)
                .then()
                .statusCode(200)
                .body("deadline", equalTo("2021-12-20"));
    }

    @ParameterizedTest
    @CsvSource({"2021-12-20T15:59:59Z,200", "2021-12-20T16:00:00Z,422"})
    void whatWasAskedForIsGrantedAsLongAsItCanStillBe(String now, int status) {
        Response issue = act(OFFICE, assignedUntil("2021-11-30"), "extension-requests", EXTENSION);
        String grant = "requests/" + onlyRequest(issue) + "/grants";
        clock.freezeAt(Instant.parse(now));

        act("province", issue.path("id"), "*", grant, OPINION).then().statusCode(status);
    }

    @Test
    void aDeadlineOnTheCampaignsLastDayIsNotExtended() {
        act(OFFICE, assignedUntil("2021-12-31"), "extension-requests", EXTENSION)
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("结转"));
    }

    @Test
    void whatIsAskedForIsOnRecordFieldByField() {
        Response issue = act(OFFICE, assignedUntil("2021-11-30"), "extension-requests", EXTENSION);

        as(OFFICE)
                .get(ISSUES + issue.path("id") + "/history")
                .then()
                .body("[-1].action", equalTo("ASK"))
                .body("[-1].reason", equalTo("系统改造周期较长"))
                .body("[-1].changes.request.to.deadline", equalTo("2021-12-20"));
    }

    @Test
    void aReassignmentThatIsPendingLapsesWhenTheOfficeHandsTheIssueOn() {
        Response issue = act(OFFICE, assignedUntil("2021-11-30"), "reassignment-requests", "{" + REASON + "}");
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "allotments", "{\"leadUnit\": \"住建局\", \"cooperatingUnits\": []}");

        issue.then().statusCode(200).body("pendingRequests", empty());
        as(OFFICE).get(ISSUES + issue.path("id") + "/requests").then().body("items.state", contains("LAPSED"));
    }

    @Test
    void aRequestIsWithdrawnByWhoAskedOnly() {
        Response issue = act(OFFICE, assignedUntil("2021-11-30"), "extension-requests", EXTENSION);
        String withdrawal = "requests/" + onlyRequest(issue) + "/withdrawals";

        act(SECOND, issue, withdrawal, "").then().statusCode(403);
        issue = act(OFFICE, issue, withdrawal, "");
        issue.then().statusCode(200).body("pendingRequests", empty());
        act(OFFICE, issue, "extension-requests", EXTENSION).then().statusCode(200);
    }

    @Test
    void whatTheOfficeHandedOnComesBackToItAndIsHandedToAnother() {
        Response issue = assignedUntil("2021-11-30");
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "allotments", "{\"leadUnit\": \"住建局\", \"cooperatingUnits\": []}");
        issue.then()
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("acknowledgeBy", equalTo("2021-10-22"))
                .body("acknowledgedAt", nullValue());
        act(OFFICE, issue, "acknowledgements", "").then().statusCode(403);
        issue = act(LEAD, issue, "reassignment-requests", "{\"suggestedUnit\": \"政务服务局\", \"reason\": \"不属于本单位职责\"}");
        issue = act(OFFICE, issue, "requests/" + onlyRequest(issue) + "/grants", OPINION);

        issue.then().statusCode(200).body("status", equalTo("ACKNOWLEDGED")).body("leadUnit", nullValue());
        as(LEAD).get(ISSUES + issue.path("id")).then().statusCode(404);
        act(OFFICE, issue, "allotments", "{\"leadUnit\": \"政务服务局\", \"cooperatingUnits\": []}")
                .then()
                .statusCode(200)
                .body("leadUnit", equalTo("政务服务局"));
    }

    @Test
    void anIssueIsLongTermUntilAStageReviewHasItRectified() {
        Response issue = act(OFFICE, inRectification(), "long-term-requests", LONG_TERM);
        issue = act("province", issue, "requests/" + onlyRequest(issue) + "/grants", OPINION);
        issue.then()
                .statusCode(200)
                .body("status", equalTo("LONG_TERM"))
                .body("stageGoal", equalTo("半数县区上线"))
                .body("dueOn", equalTo("2022-03-31"))
                .body("light", equalTo("GREEN"));
        clock.freezeAt(Instant.parse("2022-04-01T01:00:00Z"));
        as("province").get(ISSUES + issue.path("id")).then().body("light", equalTo("RED"));

        issue = act(
                "province",
                issue,
                "stage-reviews",
                "{\"outcome\": \"CONTINUE\", \"opinion\": \"进展正常\", \"stageGoal\": \"全部县区上线\","
                        + " \"stageReviewOn\": \"2022-06-30\"}");
        issue.then().statusCode(200).body("stageGoal", equalTo("全部县区上线"));
        issue = act(
                "province",
                issue,
                "stage-reviews",
                "{\"outcome\": \"RESUME\", \"opinion\": \"条件已具备\", \"deadline\": \"2022-07-31\"}");
        issue.then()
                .statusCode(200)
                .body("status", equalTo("IN_RECTIFICATION"))
                .body("deadline", equalTo("2022-07-31"))
                .body("stageReviewOn", nullValue());
    }

    @Test
    void aRequestLapsesWhenTheIssueIsMerged() {
        Response other = register("province", CITY);
        Response issue = act(OFFICE, assignedUntil("2021-11-30"), "extension-requests", EXTENSION);

        issue = act(
                "province",
                issue,
                "merges",
                "{\"into\": \"" + other.path("ledgerNumber") + "\", \"reason\": \"同一问题\"}");

        issue.then().statusCode(200).body("pendingRequests", empty());
        as("province")
                .get(ISSUES + issue.path("id") + "/requests")
                .then()
                .body("items.state", contains("LAPSED"))
                .body("items[0].settledBy", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"grants", "refusals", "withdrawals"})
    void anotherIssuesRequestIsNotThere(String decision) {
        Response other = act(OFFICE, assignedUntil("2021-11-30"), "extension-requests", EXTENSION);
        Response issue = assignedUntil("2021-11-30");
        String account = decision.equals("withdrawals") ? OFFICE : "province";

        for (String id : List.of(onlyRequest(other), UUID.randomUUID().toString())) {
            act(account, issue, "requests/" + id + "/" + decision, OPINION)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void longTermIsAskedForDuringTheRectificationOnly() {
        Response issue = assignedUntil("2021-11-30");

        act(OFFICE, issue, "long-term-requests", LONG_TERM)
                .then()
                .statusCode(409)
                .body("detail", equalTo("该问题当前为“已交办”，不能申请转为长期坚持。"));
        act(OFFICE, withEvidence(CITY), "long-term-requests", LONG_TERM.replace("2022-03-31", "2021-10-20"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("stageReviewOn"));
    }

    private static Response assignedUntil(String deadline) {
        return act("province", register("province", CITY), "assignments", ASSIGNMENT.replace("2021-12-31", deadline));
    }

    /** One that the province verifies. */
    private static Response inRectification() {
        Response issue = act(OFFICE, assignedUntil("2021-11-30"), "acknowledgements", "");
        issue = act(OFFICE, issue, "cause-analyses", CAUSE);
        return act(OFFICE, issue, "rectifications", "");
    }

    private static String onlyRequest(Response issue) {
        issue.then().statusCode(200);
        Response requests = as("province").get(ISSUES + issue.path("id") + "/requests");
        requests.then().statusCode(200).body("items.size()", equalTo(1));
        return requests.path("items[0].id");
    }
}
