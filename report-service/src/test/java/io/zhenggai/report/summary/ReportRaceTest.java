package io.zhenggai.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Caller;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import io.zhenggai.report.testsupport.PlanServiceStates;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two at once. */
@QuarkusTest
@OnRealServers
class ReportRaceTest {

    private static final Caller OFFICE = new Caller("office:410100");
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
    void ofTwoDraftsAtOnceOneIsThere() throws Exception {
        Callable<Integer> draft = () -> OFFICE.draft(campaign, Caller.FULL).statusCode();

        assertThat(together(draft, draft)).containsExactlyInAnyOrder(201, 409);

        assertThat(OFFICE.get("?total=true&campaignId=" + campaign).<Integer>path("total"))
                .isEqualTo(1);
    }

    @Test
    void ofTwoRevisionsUnderOneTagOneIsMade() throws Exception {
        Response drafted = OFFICE.draft(campaign, Caller.FULL);
        String id = drafted.path("id");
        Callable<Integer> revise =
                () -> OFFICE.revise(id, drafted.header("ETag"), Caller.FULL).statusCode();

        assertThat(together(revise, revise)).containsExactlyInAnyOrder(200, 412);

        assertThat(OFFICE.get("/" + id + "/history").jsonPath().getList("action"))
                .containsExactly("DRAFT", "REVISE");
    }

    @Test
    void ofASubmissionAndARevisionAtOnceUnderOneTagOneIsMade() throws Exception {
        Response drafted = OFFICE.draft(campaign, Caller.FULL);
        String id = drafted.path("id");
        String tag = drafted.header("ETag");

        List<Integer> statuses = together(() -> OFFICE.revise(id, tag, Map.of()).statusCode(), () -> OFFICE.request()
                .header("If-Match", tag)
                .body(SUBMISSION)
                .post("/api/v1/reports/" + id + "/submissions")
                .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> answers = threads.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }
}
