package io.zhenggai.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Caller;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import io.zhenggai.report.testsupport.PlanServiceStates;
import io.zhenggai.report.testsupport.ToldReports;
import io.zhenggai.report.testsupport.ToldReports.Told;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reports told again. */
@QuarkusTest
@OnRealServers
class ReportSnapshotsTest {

    private static final Caller OFFICE = new Caller("office:410700");
    private static final Caller PROVINCE = new Caller("province");
    private static final Caller OPERATOR = new Caller("system:operations");

    @Inject
    BusinessClock clock;

    @Test
    void aSnapshotIsTheStateOfTheLastEventAndNothingElse() throws Exception {
        UUID campaign = UUID.randomUUID();
        clock.freezeAt(Instant.parse("2021-12-24T07:00:00Z"));
        try (OtherServices others = new OtherServices()) {
            others.say("campaign.published.v1", campaign, 1, PlanServiceStates.campaign(campaign));
        }
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        OFFICE.submit(id).then().statusCode(200);
        clock.freezeAt(Instant.parse("2021-12-27T08:00:00.000001Z"));
        PROVINCE.giveBack(id).then().statusCode(200);
        clock.freezeAt(Instant.parse("2021-12-28T08:00:00Z"));

        OPERATOR.request()
                .body(Map.of("aggregateType", "report", "from", id, "to", id, "reason", "a test"))
                .post("/admin/republish")
                .then()
                .statusCode(200)
                .body("published", equalTo(1));

        try (ToldReports reports = new ToldReports()) {
            List<Told> told = await().until(() -> reports.of(id), events -> events.size() == 4);
            Told last = told.get(2);
            Told snapshot = told.get(3);
            assertThat(last.type()).isEqualTo("report.returned.v1");
            assertThat(snapshot.type()).isEqualTo("report.snapshot.v1");
            assertThat(snapshot.version()).isEqualTo(last.version()).isEqualTo(3);
            assertThat(snapshot.at()).isEqualTo(last.at());
            assertThat(snapshot.body().path("state")).isEqualTo(last.body().path("state"));
            assertThat(snapshot.body().path("change")).isEmpty();
        }
    }
}
