package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.complaint;
import static io.zhenggai.issue.testsupport.Api.requested;
import static io.zhenggai.issue.testsupport.Api.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.Api;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call-back is of: the rectification at hand, and no other. */
@QuarkusTest
@OnRealServers
class CallBackTest {

    private static final String CITY = "410400";
    private static final String OFFICE = "office:" + CITY;
    private static final String REVIEWER = OFFICE + ":2";
    private static final String SATISFIED = "{\"result\": \"SATISFIED\"}";

    private static final String RESUME =
            "{\"outcome\": \"RESUME\", \"opinion\": \"须继续整改\", \"deadline\": \"2021-12-31\"}";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void whatWasSaidCountsFromStageToStageUntilItIsRectifiedAnew() {
        Response issue = longTerm(calledBack(inRectification()));
        issue.then().body("sourceItems[0].callBack", equalTo("SATISFIED"));

        issue = act(REVIEWER, issue, "stage-reviews", """
                {"outcome": "CONTINUE", "opinion": "阶段目标已实现", "stageGoal": "覆盖全部县区", "stageReviewOn": "2022-06-30"}
                """);
        issue.then()
                .statusCode(200)
                .body("status", equalTo("LONG_TERM"))
                .body("sourceItems[0].callBack", equalTo("SATISFIED"));
        issue = act(REVIEWER, issue, "stage-reviews", RESUME);

        issue.then()
                .statusCode(200)
                .body("status", equalTo("IN_RECTIFICATION"))
                .body("sourceItems[0].callBack", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"2021-10-19,422", "2021-10-20,200", "2021-10-22,200", "2021-10-23,422"})
    void nobodyIsCalledBackBeforeTheRectificationOrTomorrow(String day, int status) {
        Response issue = inRectification();
        clock.freezeAt(Instant.parse("2021-10-22T01:00:00Z"));

        Response answer = act(OFFICE, issue, item(issue) + "/call-backs", satisfiedOn(day));

        answer.then().statusCode(status);
        if (status == 422) {
            answer.then().body("violations[0].field", equalTo("calledBackOn"));
        }
    }

    @ParameterizedTest
    @CsvSource({"2021-10-22,422", "2021-10-23,200"})
    void afterAReturnTheCallBackIsOfWhatWasDoneSince(String day, int status) {
        Response issue = requested(complained(), OFFICE);
        clock.freezeAt(Instant.parse("2021-10-23T01:00:00Z"));
        issue = act(REVIEWER, issue, "returns", OPINION);
        clock.freezeAt(Instant.parse("2021-10-25T01:00:00Z"));

        act(OFFICE, issue, item(issue) + "/call-backs", satisfiedOn(day)).then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"2021-10-21,422", "2021-10-22,200"})
    void soItIsWhenTheRectificationIsResumed(String day, int status) {
        Response issue = longTerm(inRectification());
        clock.freezeAt(Instant.parse("2021-10-22T01:00:00Z"));
        issue = act(REVIEWER, issue, "stage-reviews", RESUME);

        act(OFFICE, issue, item(issue) + "/call-backs", satisfiedOn(day)).then().statusCode(status);
    }

    @Test
    void theDayIsThatOfShanghai() {
        clock.freezeAt(Instant.parse("2021-10-20T16:00:00Z"));
        Response issue = inRectification();

        act(OFFICE, issue, item(issue) + "/call-backs", satisfiedOn("2021-10-20"))
                .then()
                .statusCode(422)
                .body("violations[0].message", equalTo("回访日期不得早于本次整改开始之日（2021-10-21）"));
        act(OFFICE, issue, item(issue) + "/call-backs", satisfiedOn("2021-10-21"))
                .then()
                .statusCode(200);
    }

    private static String satisfiedOn(String day) {
        return "{\"result\": \"SATISFIED\", \"calledBackOn\": \"" + day + "\"}";
    }

    private static Response calledBack(Response issue) {
        return act(OFFICE, issue, item(issue) + "/call-backs", SATISFIED);
    }

    private static Response longTerm(Response issue) {
        Response asked = act(OFFICE, issue, "long-term-requests", """
                {"reason": "须长期坚持", "stageGoal": "覆盖主城区", "stageReviewOn": "2022-03-31"}
                """);
        asked.then().statusCode(200);
        String request = as(OFFICE).get(ISSUES + issue.path("id") + "/requests").path("items[0].id");
        Response granted = act(REVIEWER, asked, "requests/" + request + "/grants", OPINION);
        granted.then().statusCode(200).body("status", equalTo("LONG_TERM"));
        return granted;
    }

    private static Response complained() {
        return as("province").body(complaint(CITY, unique())).post(ISSUES);
    }

    private static Response inRectification() {
        Response issue = complained();
        issue = act("province", issue, "assignments", Api.ASSIGNMENT);
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "cause-analyses", CAUSE);
        issue = act(OFFICE, issue, "rectifications", "");
        issue.then().statusCode(200);
        return issue;
    }

    private static String item(Response issue) {
        return "source-items/" + issue.path("sourceItems[0].id");
    }
}
