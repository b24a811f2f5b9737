package io.zhenggai.plan.plan;

import static io.zhenggai.plan.testsupport.Service.SUBMISSION;
import static io.zhenggai.plan.testsupport.Service.act;
import static io.zhenggai.plan.testsupport.Service.draft;
import static io.zhenggai.plan.testsupport.Service.obligation;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.testsupport.AtOnce;
import io.zhenggai.plan.testsupport.OnRealServers;
import io.zhenggai.plan.testsupport.Publishing;
import io.zhenggai.plan.testsupport.Topic;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class ConcurrencyTest {

    @Inject
    BusinessClock clock;

    private UUID campaign;

    @BeforeEach
    void campaignIsPublished() {
        clock.freezeAt(Instant.parse("2021-10-28T07:00:00Z"));
        campaign = Publishing.campaignLike2021();
    }

    @Test
    void ofTwoSubmissionsOfOneVersionOneIsTaken() throws Exception {
        Response drafted = draft("office:410400", campaign);
        // Read before: a response reads itself when it is first asked, and not for two who ask at once.
        drafted.asByteArray();

        List<Response> answers = AtOnce.call(
                () -> act("office:410400", drafted, "submissions", SUBMISSION),
                () -> act("office:410400:2", drafted, "submissions", SUBMISSION));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        String id = obligation("province", campaign, "PLAN", "410400").path("items[0].id");
        assertThat(Topic.of("obligation").await(2, letter -> letter.subject().equals(id)))
                .extracting(Topic.Letter::type)
                .containsExactly("obligation.opened.v1", "obligation.submitted.v1");
    }

    @Test
    void ofTwoDraftsOfOneOfficeOneIsTaken() throws Exception {
        List<Response> answers =
                AtOnce.call(() -> draft("office:410400", campaign), () -> draft("office:410400:2", campaign));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
    }
}
