package io.zhenggai.issue.onthespot;

import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.complaint;
import static io.zhenggai.issue.testsupport.Api.ownFinding;
import static io.zhenggai.issue.testsupport.Api.scorecardItem;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.Api.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.IssueTopic.Heard;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class OnTheSpotResourceTest {

    private static final String OFFICE = "office:410700";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void oneCallGoesTheWholeWayToTheRequestOfTheCloseOut() {
        String first = uploaded(OFFICE, "整改前");
        String second = uploaded(OFFICE, "整改后");

        Response issue = as(OFFICE)
                .body(body(ownFinding("410700", unique()), CAUSE, first, second))
                .post(spot());

        issue.then()
                .statusCode(201)
                .body("status", equalTo("CLOSE_OUT_REQUESTED"))
                .body("verifier", equalTo("CITY"))
                .body("deadline", equalTo("2021-10-22"))
                .body("leadUnit", equalTo("住建局"))
                .body("result", equalTo("已整改到位"))
                .body("evidenceCount", equalTo(2));
        String id = issue.path("id");
        assertThat(issue.header("ETag")).isEqualTo("\"7.2021-10-20\"");
        assertThat(issue.header("Location")).endsWith(ISSUES + id);
        as(OFFICE).get(ISSUES + id).then().body("version", equalTo(7)).body("status", equalTo("CLOSE_OUT_REQUESTED"));
        as(OFFICE).get(ISSUES + id + "/evidence").then().body("items.id", equalTo(List.of(first, second)));
        as(OFFICE)
                .get(ISSUES + id + "/history")
                .then()
                .body("version", equalTo(List.of(0, 1, 2, 3, 4, 5, 6, 7)))
                .body(
                        "action",
                        equalTo(List.of(
                                "REGISTER",
                                "ASSIGN",
                                "ACKNOWLEDGE",
                                "ANALYSE_CAUSE",
                                "RECTIFY",
                                "ADD_EVIDENCE",
                                "ADD_EVIDENCE",
                                "REQUEST_CLOSE_OUT")))
                .body("reason", hasItem("立行立改"))
                .body("reason.findAll { it != null }", hasSize(7));
        List<Heard> events = IssueTopic.eventsOf(id, 8);
        assertThat(events).extracting(Heard::version).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(events)
                .extracting(Heard::type)
                .containsExactly(
                        "issue.registered.v1",
                        "issue.assigned.v1",
                        "issue.acknowledged.v1",
                        "issue.cause-analysed.v1",
                        "issue.rectification-started.v1",
                        "issue.evidence-added.v1",
                        "issue.evidence-added.v1",
                        "issue.close-out-requested.v1");
        act(OFFICE, id, "*", "close-outs", OPINION).then().statusCode(403);
        act("office:410700:2", id, "*", "close-outs", OPINION).then().statusCode(200);
    }

    @Test
    void countiesAndDepartmentsPutRightWhatTheyFind() {
        String county = "county:410721";
        as(county)
                .body(body(ownFinding("410721", unique()), CAUSE, uploaded(county, "照片")))
                .post(spot())
                .then()
                .statusCode(201)
                .body("verifier", equalTo("CITY"));
        String department = "department:410700:住建局";
        as(department)
                .body(body(ownFinding("410700", unique()), CAUSE, uploaded(department, "照片")))
                .post(spot())
                .then()
                .statusCode(201);

        String other = "department:410700:政务服务局";
        as(other)
                .body(body(ownFinding("410700", unique()), CAUSE, uploaded(other, "照片")))
                .post(spot())
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("causeAnalysis.leadUnit"));
    }

    @Test
    void whatTheProvinceVerifiesIsReviewedFirst() {
        Response issue = as(OFFICE)
                .body(body(scorecardItem("410700", unique()), CAUSE, uploaded(OFFICE, "照片")))
                .post(spot());

        issue.then().statusCode(201).body("verifier", equalTo("PROVINCE"));
        act(OFFICE, issue, "first-reviews", OPINION).then().statusCode(403);
        Response reviewed = act("office:410700:2", issue, "first-reviews", OPINION);
        act("province", reviewed, "close-outs", OPINION).then().statusCode(200);
    }

    @Test
    void whoComplainedIsCalledBackBeforeItIsClosed() {
        Response issue = as(OFFICE)
                .body(body(complaint("410700", unique()), CAUSE, uploaded(OFFICE, "照片")))
                .post(spot());
        String id = issue.path("id");
        issue.then().statusCode(201);

        act("office:410700:2", id, "*", "close-outs", OPINION).then().statusCode(422);
        String item = issue.path("sourceItems[0].id");
        act(OFFICE, id, "*", "source-items/" + item + "/call-backs", "{\"result\": \"SATISFIED\"}")
                .then()
                .statusCode(200);
        act("office:410700:2", id, "*", "close-outs", OPINION).then().statusCode(200);
    }

    @Test
    void everyRuleThatIsBrokenIsNamedAndNothingIsUsedUp() {
        String upload = uploaded(OFFICE, "照片");
        String serious = ownFinding("410800", unique()).replace("GENERAL", "SERIOUS");

        as(OFFICE)
                .body(body(serious, CAUSE, upload))
                .post(spot())
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("issue.region", "issue.severity")));
        as(OFFICE)
                .body(body(ownFinding("410700", unique()), "{}", upload))
                .post(spot())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("causeAnalysis.causeAnalysis"));
        as(OFFICE)
                .body(body(ownFinding("410700", unique()), CAUSE))
                .post(spot())
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("evidence")));
        String description = unique();
        as(OFFICE)
                .body(body(
                        ownFinding("410700", description),
                        CAUSE,
                        UUID.randomUUID().toString()))
                .post(spot())
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("evidence[0].uploadId")));

        as(OFFICE)
                .body(body(ownFinding("410700", description), CAUSE, upload))
                .post(spot())
                .then()
                .statusCode(201);
        as(OFFICE)
                .body(body(ownFinding("410700", description), CAUSE, uploaded(OFFICE, "照片")))
                .post(spot())
                .then()
                .statusCode(409);
    }

    @Test
    void aRepeatedCallIsAnsweredAgain() {
        String body = body(ownFinding("410700", unique()), CAUSE, uploaded(OFFICE, "照片"));
        String key = unique();

        String first = as(OFFICE)
                .header("Idempotency-Key", key)
                .body(body)
                .post(spot())
                .path("id");

        as(OFFICE)
                .header("Idempotency-Key", key)
                .body(body)
                .post(spot())
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        as(OFFICE).get(ISSUES + first + "/evidence").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "leader:410700", "auditor", "member-unit:省自然资源厅", "system:complaints"})
    void isForWhoHandlesIssues(String account) {
        as(account)
                .body(body(
                        ownFinding("410700", unique()), CAUSE, UUID.randomUUID().toString()))
                .post(spot())
                .then()
                .statusCode(403);
    }

    private static String spot() {
        return ISSUES + "on-the-spot";
    }

    private static String body(String issue, String cause, String... uploads) {
        String evidence = String.join(
                ",",
                Arrays.stream(uploads).map("{\"uploadId\": \"%s\"}"::formatted).toList());
        return "{\"issue\": %s, \"causeAnalysis\": %s, \"closeOut\": %s, \"evidence\": [%s]}"
                .formatted(issue, cause, CLOSE_OUT, evidence);
    }
}
