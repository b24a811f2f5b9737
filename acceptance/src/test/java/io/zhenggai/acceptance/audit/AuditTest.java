package io.zhenggai.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.Issues.Way;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import io.zhenggai.embedded.audit.AuditFindings;
import io.zhenggai.embedded.audit.AuditVerification;
import io.zhenggai.embedded.system.LocalService;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What auditors are shown of what all tests before have done to the shared system, and that all of it holds together. */
@ExtendWith(RunningSystem.class)
@Order(94)
class AuditTest {

    private static final String CITY = "410900";
    private static final String ISSUES = "/api/v1/audit/issue-service";

    @Test
    void anAuditorReadsWhoDidWhatToAnIssueInTheOrderOfItsChain(Stage stage) {
        Thing issue = Issues.at(stage, "IN_RECTIFICATION", Way.BY_CITY, CITY);

        List<Map<String, Object>> entries = stage.all("auditor:" + CITY, ISSUES + "?aggregateId=" + issue.id());

        assertThat(entries)
                .extracting(entry -> entry.get("sequence") + " " + entry.get("action"))
                .containsExactly("5 RECTIFY", "4 ANALYSE_CAUSE", "3 ACKNOWLEDGE", "2 ASSIGN", "1 REGISTER");
        assertThat(entries).allSatisfy(entry -> assertThat(entry)
                .containsEntry("aggregateType", "issue")
                .containsEntry("aggregateCity", CITY)
                .containsKeys("person", "name", "role", "at", "changes", "hash"));
        assertThat(issue.history("office:" + CITY))
                .as("the same as everybody else is shown, the oldest first")
                .extracting(entry -> entry.get("action"))
                .containsExactly("REGISTER", "ASSIGN", "ACKNOWLEDGE", "ANALYSE_CAUSE", "RECTIFY");
        assertThat(stage.all("auditor:410800", ISSUES + "?aggregateId=" + issue.id()))
                .isEmpty();
    }

    @Test
    void aComplaintAsReceivedIsOnRecordAsADigestAndSoIsWhoReadsIt(Stage stage) {
        Map<String, Object> complaint = Issues.selfInspected(stage, CITY, "窗口无人受理");
        complaint.put(
                "sourceItem", Map.of("source", "SELF_INSPECTION", "documentNumber", "投诉记录96号", "textReceived", "赵某反映"));
        Thing issue = Issues.register(stage, "office:" + CITY, complaint);
        issue.read("office:" + CITY);

        Map<String, Object> entry =
                stage.all("auditor", ISSUES + "?aggregateId=" + issue.id()).get(0);
        List<Map<String, Object>> readings = stage.all("auditor", ISSUES + "/personal-data-reads?owner=" + issue.id());

        assertThat(entry.toString())
                .contains("投诉记录96号")
                .contains("hmac-sha256:")
                .doesNotContain("赵某");
        assertThat(readings).isNotEmpty().allSatisfy(reading -> assertThat(reading)
                .containsEntry("data", "source_item.text_received")
                .containsEntry("region", CITY));
    }

    @ParameterizedTest
    @CsvSource({
        "plan-service, campaign",
        "plan-service, obligation",
        "plan-service, plan",
        "plan-service, training-session",
        "plan-service, campaign-draft",
        "report-service, report",
        "notification-service, contact"
    })
    void everyKindOfThingHasARecord(String service, String type, Stage stage) {
        assertThat(stage.total("auditor", "/api/v1/audit/" + service + "?aggregateType=" + type))
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("services")
    void theWholeRecordHolds(LocalService service, Stage stage) throws Exception {
        awaitSeal(service, stage);
        try (Connection database = stage.system().openDatabase(service)) {
            AuditFindings findings = AuditVerification.of(database, Map.of());

            assertThat(findings.broken()).as(findings.inWords()).isEmpty();
            assertThat(findings.entries()).isPositive();
            assertThat(findings.seals()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void sealsAreTakenAwayAndHoldThen(LocalService service, Stage stage) throws Exception {
        awaitSeal(service, stage);
        Response page = stage.as("auditor").get("/api/v1/audit/" + service.module() + "/seals?limit=1");
        int number = page.path("items[0].number");
        String hash = page.path("items[0].hash");

        try (Connection database = stage.system().openDatabase(service)) {
            assertThat(AuditVerification.of(database, Map.of((long) number, hash))
                            .isWhole())
                    .isTrue();
            assertThat(AuditVerification.of(database, Map.of((long) number, hash.replace(hash.charAt(0), 'x')))
                            .isWhole())
                    .isFalse();
        }
    }

    /** The first one is set within a minute. */
    private static void awaitSeal(LocalService service, Stage stage) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> stage.total("auditor", "/api/v1/audit/" + service.module() + "/seals") > 0);
    }

    private static Stream<LocalService> services() {
        return LocalService.behindGateway().stream();
    }
}
