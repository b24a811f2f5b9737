package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.complaint;
import static io.zhenggai.issue.testsupport.Api.ownFinding;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.Api.withEvidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issues merged and split over HTTP. */
@QuarkusTest
@OnRealServers
class MergeResourceTest {

    private static final String CITY = "410500";
    private static final String OFFICE = "office:" + CITY;
    private static final String UNDONE = "{\"reason\": \"并非同一问题\"}";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void whatIsMergedIsKeptByTheOtherAndComesBack() {
        Response staying = register(OFFICE, CITY);
        Response going = withEvidence(CITY);
        String evidence =
                as(OFFICE).get(ISSUES + going.path("id") + "/evidence").path("items[0].id");

        act(OFFICE, going, "merges", into(staying))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("交办层级"));
        Response merged = act("province", going, "merges", into(staying));

        merged.then()
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(staying.path("id")))
                .body("light", nullValue());
        Response kept = as(OFFICE).get(ISSUES + staying.path("id"));
        kept.then()
                .body("version", equalTo(1))
                .body("evidenceCount", equalTo(1))
                .body("sourceItems", hasSize(2))
                .body("sourceItems.issueId", contains(staying.<Object>path("id"), going.path("id")));
        as(OFFICE).get(ISSUES + staying.path("id") + "/evidence").then().body("items.id", contains(evidence));
        as(OFFICE)
                .get(ISSUES + staying.path("id") + "/evidence/" + evidence)
                .then()
                .statusCode(200);
        as(OFFICE)
                .get(ISSUES + staying.path("id") + "/history")
                .then()
                .body("action", contains("REGISTER", "ABSORB"))
                .body("[1].changes.issue.to", equalTo(going.path("ledgerNumber")))
                .body("[1].changes.evidenceCount.to", equalTo(1));

        Response back = act(OFFICE, merged, "unmerges", UNDONE);

        back.then()
                .statusCode(200)
                .body("status", equalTo("IN_RECTIFICATION"))
                .body("mergedInto", nullValue())
                .body("dueOn", equalTo("2021-12-31"))
                .body("evidenceCount", equalTo(1));
        as(OFFICE)
                .get(ISSUES + staying.path("id"))
                .then()
                .body("evidenceCount", equalTo(0))
                .body("sourceItems", hasSize(1));
        assertThat(IssueTopic.eventsOf(going.path("id"), 8))
                .extracting(Heard::type)
                .endsWith("issue.merged.v1", "issue.unmerged.v1");
        assertThat(IssueTopic.eventsOf(staying.path("id"), 3))
                .extracting(Heard::type)
                .containsExactly("issue.registered.v1", "issue.absorbed.v1", "issue.released.v1");
    }

    @Test
    void theAnswersOwedOfBothAreOwedByTheOneThatGoesOn() {
        Response staying = complained();
        Response going = complained();
        act(OFFICE, going, "merges", into(staying)).then().statusCode(200).body("answersOwed", equalTo(0));
        Response kept = as(OFFICE).get(ISSUES + staying.path("id"));
        kept.then().body("answersOwed", equalTo(2));
        String answer = "{\"answer\": \"已答复\"}";

        act(OFFICE, going.path("id"), "*", "source-items/" + kept.path("sourceItems[1].id") + "/answers", answer)
                .then()
                .statusCode(409);
        kept = act(OFFICE, kept, "source-items/" + kept.path("sourceItems[1].id") + "/answers", answer);

        kept.then().statusCode(200).body("answersOwed", equalTo(1));
        Response back = act(OFFICE, going.path("id"), "*", "unmerges", UNDONE);
        back.then()
                .statusCode(200)
                .body("answersOwed", equalTo(0))
                .body("sourceItems[0].answerState", equalTo("ANSWERED"));
        as(OFFICE).get(ISSUES + staying.path("id")).then().body("answersOwed", equalTo(1));
    }

    @Test
    void onlyIssuesOfOneRegionAreMergedAndNoneIntoItselfOrInAChain() {
        Response issue = register("province", CITY);
        Response ofCounty = register("province", "410502");
        Response foreign = register("province", "410600");
        Response third = register("province", CITY);

        refused(issue, into(issue), 422);
        refused(issue, into(ofCounty), 422);
        act(OFFICE, issue, "merges", into(foreign)).then().statusCode(422).body("violations[0].field", equalTo("into"));
        refused(issue, into(foreign), 422);
        act("province", third, "merges", into(issue)).then().statusCode(200);
        refused(issue, into(register("province", CITY)), 409);
        refused(register("province", CITY), into(third), 409);
    }

    private static void refused(Response issue, String body, int status) {
        act("province", issue.path("id"), "*", "merges", body).then().statusCode(status);
    }

    @Test
    void oneBulletinItemIsSplitIntoOneIssueForEachRegion() {
        Response issue = register("province", CITY);

        Response split = act("province", issue, "splits", "{\"regions\": [\"410700\", \"410600\"]}");

        split.then()
                .statusCode(200)
                .body("issue.id", equalTo(issue.path("id")))
                .body("issue.version", equalTo(1))
                .body("created.region", contains("410600", "410700"))
                .body("created.splitFrom", contains(issue.<Object>path("id"), issue.path("id")))
                .body("created[0].sourceItems[0].documentNumber", equalTo(issue.path("sourceItems[0].documentNumber")))
                .body("created[0].sourceItems[0].textReceived", equalTo("第3项：施工许可平均用时超过承诺时限"));
        as("office:410600").get(ISSUES + split.path("created[0].id")).then().statusCode(200);
        List<String> numbers = split.path("created.ledgerNumber");
        as("province")
                .get(ISSUES + issue.path("id") + "/history")
                .then()
                .body("[1].action", equalTo("SPLIT"))
                .body("[1].changes.created.to", equalTo(numbers));
    }

    @Test
    void aSplitOfWhichOneRegionCannotBeRegistersNothing() {
        Response issue = register("province", CITY);
        act("province", issue, "splits", "{\"regions\": [\"410700\"]}").then().statusCode(200);
        long before = total("410600");

        act("province", issue.path("id"), "*", "splits", "{\"regions\": [\"410600\", \"" + CITY + "\", \"410000\"]}")
                .then()
                .statusCode(422)
                .body("violations.field", contains("regions[1]", "regions[2]"));
        act("province", issue.path("id"), "*", "splits", "{\"regions\": [\"410600\", \"410700\"]}")
                .then()
                .statusCode(409);
        act(OFFICE, issue.path("id"), "*", "splits", "{\"regions\": [\"410600\"]}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("regions[0]"));

        assertThat(total("410600")).isEqualTo(before);
    }

    @Test
    void whatComesBackIsANewIssueLinkedToTheClosedOne() {
        Response closed = act(
                OFFICE + ":2", act(OFFICE, withEvidence(CITY), "close-out-requests", CLOSE_OUT), "close-outs", OPINION);
        String again = ownFinding(CITY, "问题反弹" + unique())
                .replaceFirst("\\{", "{\"recurrenceOf\": \"" + closed.path("ledgerNumber") + "\", ");

        as(OFFICE).body(again).post(ISSUES).then().statusCode(201).body("recurrenceOf", equalTo(closed.path("id")));
        Response open = register("province", CITY);
        as(OFFICE)
                .body(again.replace(closed.<String>path("ledgerNumber"), open.path("ledgerNumber")))
                .post(ISSUES)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("recurrenceOf"));
    }

    @Test
    void aCloseOutKeepsTheEvidenceThatItRestsOn() {
        Response staying = act(OFFICE, registerOwnFinding(OFFICE, CITY), "assignments", ASSIGNMENT);
        staying = act(OFFICE, staying, "acknowledgements", "");
        staying = act(OFFICE, staying, "cause-analyses", CAUSE);
        act(OFFICE, staying, "rectifications", "").then().statusCode(200);
        Response going = withEvidence(CITY);
        act(OFFICE, going, "merges", into(staying)).then().statusCode(200);
        act(OFFICE, staying.path("id"), "*", "close-out-requests", CLOSE_OUT)
                .then()
                .statusCode(200);

        act(OFFICE, going.path("id"), "*", "unmerges", UNDONE)
                .then()
                .statusCode(409)
                .body("detail", containsString(staying.path("ledgerNumber")));
    }

    @Test
    void whatBecomesOfTheItemsOfAMergedIssueIsSeenByItsTag() {
        Response staying = complained();
        Response going = complained();
        act(OFFICE, going, "merges", into(staying)).then().statusCode(200);
        String address = ISSUES + going.path("id");
        String before = as(OFFICE).get(address).header("ETag");
        as(OFFICE).header("If-None-Match", before).get(address).then().statusCode(304);
        Response kept = as(OFFICE).get(ISSUES + staying.path("id"));

        act(OFFICE, kept, "source-items/" + kept.path("sourceItems[1].id") + "/answers", "{\"answer\": \"已答复\"}")
                .then()
                .statusCode(200);

        as(OFFICE).header("If-None-Match", before).get(address).then().statusCode(200);
        act(OFFICE, going.path("id"), as(OFFICE).get(address).header("ETag"), "unmerges", UNDONE)
                .then()
                .statusCode(200);
    }

    @Test
    void aSourceItemThatWasAddedLaterIsSplitByItsId() {
        Response issue = register("province", CITY);
        issue = act("province", issue, "source-items", scorecard());
        String body = "{\"regions\": [\"410700\"], \"sourceItemId\": \"" + issue.path("sourceItems[1].id") + "\"}";

        act("province", issue, "splits", body)
                .then()
                .statusCode(200)
                .body("created[0].sourceItems[0].documentNumber", equalTo(issue.path("sourceItems[1].documentNumber")));
        act("province", issue.path("id"), "*", "splits", body.replaceAll("Id\": \"[^\"]+", "Id\": \"" + unique()))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("sourceItemId"));
    }

    @Test
    void anIssueHasFiftySourceItemsTogetherWithThoseMergedIntoItAndNoneMore() {
        Response staying = register("province", CITY);
        for (int number = 2; number <= 49; number++) {
            staying = act("province", staying, "source-items", scorecard());
            staying.then().statusCode(200);
        }
        act("province", register("province", CITY), "merges", into(staying))
                .then()
                .statusCode(200);

        act("province", staying.path("id"), "*", "source-items", scorecard())
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("sourceItem"));
        Response one = register("province", CITY);
        act("province", one, "merges", into(staying))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("into"))
                .body("violations[0].message", containsString("50"));
        as("province").get(ISSUES + one.path("id")).then().body("version", equalTo(0));
    }

    @Test
    void anUnmergeOfWhatIsNotMergedIsIllegal() {
        Response issue = act("province", register("province", CITY), "assignments", ASSIGNMENT);

        act("province", issue, "unmerges", UNDONE).then().statusCode(409).body("currentStatus", equalTo("ASSIGNED"));
    }

    private static String into(Response issue) {
        return "{\"into\": \"" + issue.path("ledgerNumber") + "\", \"reason\": \"反映的是同一问题\"}";
    }

    private static String scorecard() {
        return "{\"source\": \"SYSTEM_SCORECARD\", \"documentNumber\": \"" + unique() + "\"}";
    }

    private static Response complained() {
        Response registered = as("province").body(complaint(CITY, unique())).post(ISSUES);
        registered.then().statusCode(201);
        return registered;
    }

    private static long total(String region) {
        return as("province")
                .get(ISSUES + "?limit=1&total=true&region=" + region)
                .jsonPath()
                .getLong("total");
    }
}
