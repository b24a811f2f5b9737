package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.withEvidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.IssueTopic.Heard;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issues told again. */
@QuarkusTest
@OnRealServers
class IssueSnapshotsTest {

    private static final String SNAPSHOT = "issue.snapshot.v1";
    private static final String OFFICE = "office:410300";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Issues.NOW);
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void aSnapshotIsTheStateOfTheLastEventAndNothingElse() {
        Response issue = withEvidence("410300");
        String id = issue.path("id");
        clock.freezeAt(Issues.NOW.plus(Duration.ofDays(1)));
        issue = act("office:410300", issue, "close-out-requests", CLOSE_OUT);
        act("office:410300:2", issue, "returns", OPINION).then().statusCode(200);
        clock.freezeAt(Issues.NOW.plus(Duration.ofDays(9)));

        republish(id);

        List<Heard> heard = IssueTopic.eventsOf(id, 9);
        Heard last = heard.get(7);
        Heard snapshot = heard.get(8);
        assertThat(last.type()).isEqualTo("issue.returned.v1");
        assertThat(snapshot.type()).isEqualTo(SNAPSHOT);
        assertThat(snapshot.version()).isEqualTo(last.version()).isEqualTo(8);
        assertThat(snapshot.state()).isEqualTo(last.state());
        assertThat(snapshot.at()).isEqualTo(last.at());
        assertThat(snapshot.json()).endsWith("\"change\":{}}").doesNotContain("自查发现", "张建设", "说明.txt");
        as("office:410300").get("/api/v1/issues/" + id).then().body("version", equalTo(7));
    }

    @Test
    void whatIsMerelyRegisteredIsToldToo() {
        String id = register("province", "410300").path("id");

        republish(id);

        List<Heard> heard = IssueTopic.eventsOf(id, 2);
        assertThat(heard.get(1).state()).isEqualTo(heard.get(0).state());
        assertThat(heard.get(1).version()).isEqualTo(1);
    }

    @Test
    void whatIsPendingIsToldWithWhoDecidesAndByWhen() {
        Response issue = registerOwnFinding(OFFICE, "410300");
        String id = issue.path("id");
        issue = act(OFFICE, issue, "assignments", "{\"deadline\": \"2021-11-30\"}");
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "cause-analyses", CAUSE);
        issue = act(OFFICE, issue, "rectifications", "");
        issue = act(OFFICE, issue, "extension-requests", """
                {"deadline": "2021-12-31", "reason": "材料须补正"}
                """);
        issue = act(OFFICE, issue, "long-term-requests", """
                {"reason": "须长期坚持", "stageGoal": "覆盖主城区", "stageReviewOn": "2022-03-31"}
                """);
        issue.then().statusCode(200);
        String extension = as(OFFICE).get("/api/v1/issues/" + id + "/requests").path("items[0].id");
        act("province", issue, "requests/" + extension + "/refusals", OPINION)
                .then()
                .statusCode(200);
        republish(id);

        List<Heard> heard = IssueTopic.eventsOf(id, 9);
        assertThat(heard.get(6).state().path("decisionsOwed").toString()).isEqualTo("""
                [{"kind":"EXTENSION","decidedBy":"PROVINCE","askedAt":"2021-10-20T01:00:00Z","dueOn":"2021-10-25"},\
                {"kind":"LONG_TERM","decidedBy":"CITY","askedAt":"2021-10-20T01:00:00Z","dueOn":"2021-10-25"}]""");
        assertThat(heard.get(7).state().path("decisionsOwed").toString()).isEqualTo("""
                [{"kind":"LONG_TERM","decidedBy":"CITY","askedAt":"2021-10-20T01:00:00Z","dueOn":"2021-10-25"}]""");
        assertThat(heard.get(8).state()).isEqualTo(heard.get(7).state());
    }

    /** Whatever the moment: behind an event comes the state that it told, until the next event. */
    @Test
    void changesThatGoOnMeanwhileAreNeitherOvertakenNorTakenBack() {
        String office = "office:410300";
        Response issue = registerOwnFinding(office, "410300");
        String id = issue.path("id");
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> times = CompletableFuture.supplyAsync(() -> {
            int count = 0;
            while (!over.get()) {
                republish(id);
                count++;
            }
            return count;
        });

        issue = act(office, issue, "assignments", ASSIGNMENT);
        issue = act(office, issue, "acknowledgements", "");
        issue = act(office, issue, "cause-analyses", CAUSE);
        act(office, issue, "rectifications", "").then().statusCode(200);
        over.set(true);
        int republished = times.join();
        republish(id);

        // Of two that follow each other so fast that the first still waits, one is sent.
        List<Heard> heard = IssueTopic.eventsUntil(
                id,
                events -> events.size() > 5
                        && last(events).type().equals(SNAPSHOT)
                        && last(events).version() == 5);
        assertThat(republished).isGreaterThan(1);
        assertThat(heard).filteredOn(event -> !event.type().equals(SNAPSHOT)).hasSize(5);
        Heard before = heard.get(0);
        assertThat(before.version()).isEqualTo(1);
        for (Heard event : heard) {
            if (event.type().equals(SNAPSHOT)) {
                assertThat(event.version()).isEqualTo(before.version());
                assertThat(event.state()).isEqualTo(before.state());
            } else {
                before = event;
            }
        }
    }

    private static Heard last(List<Heard> events) {
        return events.get(events.size() - 1);
    }

    private static void republish(String id) {
        as("system:operations")
                .body(Map.of("aggregateType", "issue", "from", UUID.fromString(id), "to", id, "reason", "a test"))
                .post("/admin/republish")
                .then()
                .statusCode(200)
                .body("published", equalTo(1));
    }
}
