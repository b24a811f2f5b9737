package io.zhenggai.plan.obligation;

import static io.zhenggai.plan.testsupport.Service.obligation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.testsupport.OnRealServers;
import io.zhenggai.plan.testsupport.OtherServices;
import io.zhenggai.plan.testsupport.OtherServices.Report;
import io.zhenggai.plan.testsupport.Publishing;
import io.zhenggai.plan.testsupport.Topic;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The obligation of the summary report follows what the report service tells. */
@QuarkusTest
@OnRealServers
class ReportEventsTest {

    private static final String OFFICE = "410600";
    private static final String SUBMITTED = "2021-12-31T15:59:59.999999Z";
    private static final String REVIEWED = "2022-01-04T02:00:00Z";

    @Inject
    BusinessClock clock;

    private final UUID report = UUID.randomUUID();
    private OtherServices others;
    private UUID campaign;

    @BeforeEach
    void campaignIsPublished() {
        others = new OtherServices();
        clock.freezeAt(Instant.parse("2021-10-19T00:30:00Z"));
        campaign = Publishing.campaignLike2021();
        // Later than every deadline: punctuality is judged by the report's own moment.
        clock.freezeAt(Instant.parse("2022-01-05T00:30:00Z"));
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @Test
    void followsFromSubmissionThroughReturnToAcceptance() throws Exception {
        tell("DRAFT", null, null, null, 0, null, 1);
        tell("SUBMITTED", SUBMITTED, null, null, 0, null, 2);
        awaitStatus("SUBMITTED");
        obligation("province", campaign, "SUMMARY_REPORT", OFFICE)
                .then()
                .body("items[0].late", equalTo(false))
                .body("items[0].firstSubmittedAt", equalTo(SUBMITTED));

        tell("RETURNED", SUBMITTED, REVIEWED, "2022-01-07", 1, null, 3);
        awaitStatus("RETURNED");
        obligation("province", campaign, "SUMMARY_REPORT", OFFICE)
                .then()
                .body("items[0].returns", equalTo(1))
                .body("items[0].resubmitBy", equalTo("2022-01-07"))
                .body("items[0].light", equalTo("YELLOW"));

        tell("SUBMITTED", SUBMITTED, REVIEWED, null, 1, null, 4);
        tell("ACCEPTED", SUBMITTED, REVIEWED, null, 1, "2022-01-05T00:00:00Z", 5);
        awaitStatus("ACCEPTED");
        String id = obligation("province", campaign, "SUMMARY_REPORT", OFFICE).path("items[0].id");
        assertThat(Topic.of("obligation").await(5, letter -> letter.subject().equals(id)))
                .extracting(Topic.Letter::type)
                .containsExactly(
                        "obligation.opened.v1",
                        "obligation.submitted.v1",
                        "obligation.returned.v1",
                        "obligation.submitted.v1",
                        "obligation.accepted.v1");
        obligation("province", campaign, "SUMMARY_REPORT", OFFICE)
                .then()
                .body("items[0].late", equalTo(false))
                .body("items[0].light", nullValue());
    }

    @Test
    void aReportSubmittedAtTheNextMidnightIsLate() throws Exception {
        tell("SUBMITTED", "2021-12-31T16:00:00Z", null, null, 0, null, 1);

        awaitStatus("SUBMITTED");
        obligation("province", campaign, "SUMMARY_REPORT", OFFICE).then().body("items[0].late", equalTo(true));
    }

    @Test
    void doesNotGoBackWhenAnOlderStateComesUnderANewerVersion() throws Exception {
        tell("ACCEPTED", SUBMITTED, null, null, 0, REVIEWED, 1);
        awaitStatus("ACCEPTED");

        tell("SUBMITTED", SUBMITTED, null, null, 0, null, 2);
        Report marker = new Report(UUID.randomUUID(), campaign, "410700", "SUBMITTED", SUBMITTED, null, null, 0, null);
        others.tellReport(marker, 1);

        await().until(() -> "SUBMITTED".equals(statusOf("410700")));
        assertThat(statusOf(OFFICE)).isEqualTo("ACCEPTED");
    }

    @Test
    void movesTheObligationOfThatOfficeAndCampaignAlone() throws Exception {
        UUID other = Publishing.campaignLike2021();
        tell("SUBMITTED", SUBMITTED, null, null, 0, null, 1);
        awaitStatus("SUBMITTED");

        assertThat(statusOf("410700")).isEqualTo("OPEN");
        assertThat(obligation("province", other, "SUMMARY_REPORT", OFFICE).<List<String>>path("items.status"))
                .containsExactly("OPEN");
        assertThat(obligation("province", campaign, "PLAN", OFFICE).<List<String>>path("items.status"))
                .containsExactly("OPEN");
    }

    private void tell(
            String status,
            String first,
            String returnedAt,
            String resubmitBy,
            int returns,
            String acceptedAt,
            long version)
            throws Exception {
        others.tellReport(
                new Report(report, campaign, OFFICE, status, first, returnedAt, resubmitBy, returns, acceptedAt),
                version);
    }

    private void awaitStatus(String status) {
        await().until(() -> status.equals(statusOf(OFFICE)));
    }

    private String statusOf(String region) {
        return obligation("province", campaign, "SUMMARY_REPORT", region).path("items[0].status");
    }
}
