package io.zhenggai.plan.plan;

import static io.zhenggai.plan.testsupport.Service.SUBMISSION;
import static io.zhenggai.plan.testsupport.Service.act;
import static io.zhenggai.plan.testsupport.Service.as;
import static io.zhenggai.plan.testsupport.Service.content;
import static io.zhenggai.plan.testsupport.Service.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.ledger.KnownIssues;
import io.zhenggai.plan.testsupport.OnRealServers;
import io.zhenggai.plan.testsupport.OtherServices;
import io.zhenggai.plan.testsupport.OtherServices.Issue;
import io.zhenggai.plan.testsupport.Publishing;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan says of the issues that the issue service has told of. */
@QuarkusTest
@OnRealServers
class CoverageTest {

    private static final String OFFICE = "office:410300";

    @Inject
    BusinessClock clock;

    @Inject
    KnownIssues knownIssues;

    private OtherServices others;
    private UUID campaign;

    @BeforeEach
    void campaignIsPublished() {
        others = new OtherServices();
        clock.freezeAt(Instant.parse("2021-10-19T00:30:00Z"));
        campaign = Publishing.campaignLike2021();
        // The 5th working day after 2021-10-20.
        clock.freezeAt(Instant.parse("2021-10-27T07:00:00Z"));
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @Test
    void everyIssueAssignedFiveWorkingDaysBeforeIsCoveredOrLeftOutWithAReason() throws Exception {
        Issue covered = known("410300", "ASSIGNED", "2021-10-20");
        Issue left = known("410300", "IN_RECTIFICATION", "2021-10-20");
        Issue forgotten = known("410300", "ACKNOWLEDGED", "2021-10-19");
        Issue later = known("410300", "ASSIGNED", "2021-10-21");
        known("410300", "CLOSED", "2021-10-20");
        known("410200", "ASSIGNED", "2021-10-20");
        Map<String, Object> content = new HashMap<>(content(covered.ledgerNumber()));
        content.put("uncovered", List.of(Map.of("issue", left.id().toString(), "reason", "已立行立改，正在申请销号")));
        Response drafted = as(OFFICE)
                .body(Map.of("campaignId", campaign.toString(), "content", content))
                .post("/api/v1/plans");

        act(OFFICE, drafted, "submissions", SUBMISSION)
                .then()
                .statusCode(422)
                .body("violations.size()", equalTo(1))
                .body("violations[0].field", equalTo("uncovered"))
                .body("violations[0].message", containsString(forgotten.ledgerNumber()));

        content.putAll(content(covered.ledgerNumber(), forgotten.id().toString()));
        Response revised = as(OFFICE)
                .header("If-Match", drafted.header("ETag"))
                .body(content)
                .put("/api/v1/plans/" + drafted.path("id") + "/content");
        Response submitted = act(OFFICE, revised, "submissions", SUBMISSION);
        submitted
                .then()
                .statusCode(200)
                .body("laterIssues.ledgerNumber", equalTo(List.of(later.ledgerNumber())))
                .body("laterIssues.assignedOn", equalTo(List.of("2021-10-21")))
                .body(
                        "issues.ledgerNumber",
                        containsInAnyOrder(covered.ledgerNumber(), left.ledgerNumber(), forgotten.ledgerNumber()));
    }

    @Test
    void theSubmissionRecordsTheVersionsOfTheIssuesThatItWasJudgedOn() throws Exception {
        Issue issue = known("410300", "ASSIGNED", "2021-10-20");
        others.tellIssue(issue, 7);
        await().until(() -> knownIssues.of("410300", campaign).get(0).eventVersion() == 7);

        Response submitted = act(OFFICE, draft(OFFICE, campaign, issue.id()), "submissions", SUBMISSION);

        submitted
                .then()
                .body(
                        "submissions[0].judgedOn.issue",
                        equalTo(List.of(issue.id().toString())))
                .body("submissions[0].judgedOn.eventVersion", equalTo(List.of(7)));
    }

    @Test
    void anotherRegionsIssueReadsLikeAnUnknownOne() throws Exception {
        Issue foreign = known("410200", "ASSIGNED", "2021-10-20");

        Response refusedForeign = draft(OFFICE, campaign, foreign.ledgerNumber());
        Response refusedUnknown = draft(OFFICE, campaign, "ZG2021-410300-9999");

        assertThat(refusedForeign.statusCode()).isEqualTo(422);
        assertThat(refusedForeign.<List<String>>path("violations.field"))
                .containsExactly("content.goals[0].tasks[0].measures[0].issues[0]");
        assertThat(refusedForeign.<Object>path("violations")).isEqualTo(refusedUnknown.path("violations"));
    }

    @Test
    void anIssueThatIsStillUnderWayIsAwaited() throws Exception {
        known("410300", "ASSIGNED", "2021-10-20");
        Issue underWay = issue("410300", "ASSIGNED", "2021-10-26");
        others.tellIssue(underWay, 2);

        Response drafted = draft(OFFICE, campaign, underWay.id());

        assertThat(drafted.statusCode()).isEqualTo(201);
        assertThat(drafted.<List<String>>path("issues.ledgerNumber")).containsExactly(underWay.ledgerNumber());
    }

    private Issue known(String city, String status, String assignedOn) throws Exception {
        Issue issue = issue(city, status, assignedOn);
        others.tellIssue(issue, 2);
        await().until(() -> knownIssues.of(city, campaign).stream()
                .anyMatch(known -> known.id().equals(issue.id())));
        return issue;
    }

    private Issue issue(String city, String status, String assignedOn) {
        UUID id = UUID.randomUUID();
        String number =
                "ZG2021-" + city + "-" + Integer.toUnsignedString(id.hashCode()).substring(0, 6);
        return new Issue(id, number, campaign, city, status, assignedOn);
    }
}
