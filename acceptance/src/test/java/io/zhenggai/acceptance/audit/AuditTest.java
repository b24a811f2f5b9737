package io.zhenggai.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.zhenggai.acceptance.system.Filings;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.Issues.Way;
import io.zhenggai.acceptance.system.People;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import io.zhenggai.acceptance.system.Training;
import io.zhenggai.embedded.audit.AuditFindings;
import io.zhenggai.embedded.audit.AuditVerification;
import io.zhenggai.embedded.system.LocalService;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What auditors are shown of what all tests before have done to the shared system, and that all of it holds together. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(79)
class AuditTest {

    private static final String CITY = "411700";
    private static final String OFFICE = "office:" + CITY;
    private static final String ISSUES = "/api/v1/audit/issue-service";

    /** One of each kind at the least, whatever the tests before have left. */
    @BeforeAll
    void makeOneOfEachKind(Stage stage) {
        if (entries(stage, "plan-service", "plan") == 0) {
            Filings.draftPlan(stage, OFFICE, "推行联合审图", List.of());
        }
        if (entries(stage, "report-service", "report") == 0) {
            Filings.draftReport(stage, OFFICE, "加强组织领导");
        }
        if (entries(stage, "notification-service", "contact") == 0) {
            People.contact(stage, OFFICE, CITY, "CONTACT", "contact-" + CITY + "@offices.example");
        }
        if (entries(stage, "plan-service", "training-session") == 0) {
            Response recorded = stage.as(OFFICE)
                    .body(Training.session(stage, "SPECIAL_TRAINING", "2021-10-19", "专题培训", Optional.empty()))
                    .post(Training.COLLECTION);
            assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        }
        stage.all(OFFICE, "/api/v1/contacts");
        stage.settle();
    }

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
        assertThat(issue.history(OFFICE))
                .as("the same as everybody else is shown, the oldest first")
                .extracting(entry -> entry.get("action"))
                .containsExactly("REGISTER", "ASSIGN", "ACKNOWLEDGE", "ANALYSE_CAUSE", "RECTIFY");
        assertThat(stage.all("auditor:410900", ISSUES + "?aggregateId=" + issue.id()))
                .isEmpty();
    }

    @Test
    void aComplaintAsReceivedIsOnRecordAsADigestAndSoIsWhoReadsIt(Stage stage) {
        Map<String, Object> complaint = new HashMap<>(Issues.selfInspected(stage, CITY, "窗口无人受理"));
        complaint.put(
                "sourceItem", Map.of("source", "SELF_INSPECTION", "documentNumber", "投诉记录96号", "textReceived", "赵某反映"));
        Thing issue = Issues.register(stage, "office:" + CITY, complaint);
        issue.read(OFFICE);

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
        "issue-service, look-back",
        "issue-service, supervision",
        "plan-service, campaign",
        "plan-service, obligation",
        "plan-service, plan",
        "plan-service, training-session",
        "plan-service, campaign-draft",
        "report-service, report",
        "notification-service, contact"
    })
    void everyKindOfThingHasARecord(String service, String type, Stage stage) {
        assertThat(entries(stage, service, type)).isPositive();
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

    private static long entries(Stage stage, String service, String type) {
        return stage.total("auditor", "/api/v1/audit/" + service + "?aggregateType=" + type);
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
