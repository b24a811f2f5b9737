package io.zhenggai.issue.intake;

import static io.zhenggai.issue.intake.Imports.AS_GIVEN;
import static io.zhenggai.issue.intake.Imports.total;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.addEvidence;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.ownFinding;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.requested;
import static io.zhenggai.issue.testsupport.Api.scorecardItem;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ledgers that offices have kept until now, taken over with their states. */
@QuarkusTest
@OnRealServers
class ExistingLedgerImportTest {

    private static final String CITY = "411200";
    private static final String OFFICE = "office:" + CITY;
    private static final String HEADER = "序号,原台账编号,问题来源,来源文号,所属地区,问题描述,问题类别,严重程度,原因分析,整改目标,牵头单位,配合单位,责任人,交办日期,整改时限,"
            + "整改进展,整改结果,长效措施,状态,销号日期,验收单位,验收人,备注\r\n";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void issuesAreTakenOverAsTheyStand() {
        String document = unique();
        String ledger = HEADER
                + closed(document, "峡-001")
                + rectified(document, "峡-002")
                + assigned(document, "峡-003")
                + registered(document, "峡-004");
        int before = total(CITY);

        Response checked = done(ledger, "&dryRun=true");
        checked.then()
                .body("state", equalTo("DONE"))
                .body("existing", equalTo(true))
                .body("rowsRead", equalTo(4))
                .body("registered", equalTo(0));
        assertThat(total(CITY)).isEqualTo(before);
        as("province")
                .post("/api/v1/issue-imports/" + checked.path("id") + "/registrations")
                .then()
                .statusCode(202);
        settled(checked.path("id")).then().body("state", equalTo("DONE")).body("registered", equalTo(4));

        as("province")
                .queryParam("q", "资规局 定期调度")
                .queryParam("documentNumber", document)
                .get(ISSUES)
                .then()
                .body("items.status", contains("CLOSED"));
        Response closed = only(document, "CLOSED");
        closed.then()
                .body("registeredAt", equalTo("2021-08-31T16:00:00Z"))
                .body("assignedAt", equalTo("2021-08-31T16:00:00Z"))
                .body("closedAt", equalTo("2021-09-30T16:00:00Z"))
                .body("verifiedBy", equalTo("李验收"))
                .body("verifier", equalTo("PROVINCE"))
                .body("result", equalTo("已整改到位"))
                .body("lastingMechanism", equalTo("定期调度"))
                .body("cooperatingUnits", contains("资规局", "发改委"))
                .body("evidenceCount", equalTo(0));
        only(document, "IN_RECTIFICATION")
                .then()
                .body("causeAnalysis", equalTo("信息未共享"))
                .body("responsiblePerson", equalTo("张建设"))
                .body("progress", equalTo("-完成一半"))
                .body("dueOn", equalTo("2021-09-30"))
                .body("light", equalTo("RED"));
        only(document, "ASSIGNED").then().body("acknowledgeBy", equalTo("2021-10-22"));
        only(document, "REGISTERED")
                .then()
                .body("deadline", nullValue())
                .body("registeredAt", equalTo("2021-10-20T01:00:00Z"));
    }

    @Test
    void theRecordTellsThatItWasTakenOverAndOthersHearOfItInItsState() {
        String document = unique();
        done(HEADER + closed(document, "峡-001")).then().body("registered", equalTo(1));
        Response issue = only(document, "CLOSED");

        as(OFFICE)
                .get(ISSUES + issue.path("id") + "/history")
                .then()
                .body("$", hasSize(1))
                .body("[0].action", equalTo("TAKE_OVER"))
                .body("[0].channel", equalTo("IMPORT"))
                .body("[0].name", equalTo("省工改办经办人一"))
                .body("[0].reason", equalTo("由既有台账转入"))
                .body("[0].changes.former.to.number", equalTo("峡-001"))
                .body("[0].changes.former.to.verifyingUnit", equalTo("市工改办"))
                .body("[0].changes.former.to.remarks", equalTo("原备注"))
                .body("[0].changes.status.to", equalTo("CLOSED"));
        assertThat(IssueTopic.eventsOf(issue.path("id"), 1)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("issue.registered.v1");
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.state().path("status").asText()).isEqualTo("CLOSED");
            assertThat(event.state().path("registeredOn").asText()).isEqualTo("2021-09-01");
            assertThat(event.state().path("closedOn").asText()).isEqualTo("2021-10-01");
            assertThat(event.json()).doesNotContain("李验收", "张建设", "峡-001");
        });
    }

    @Test
    void whatIsWrongIsToldByRowAndColumnAndNothingIsStored() {
        String document = unique();
        int before = total(CITY);

        Response refused = done(HEADER
                + closed(document, "1").replace("2021-10-01", "2021-10-21")
                + rectified(document, "2").replace("整改中", "待验收")
                + assigned(document, "3").replace("2021-09-01", "")
                + registered(document, "4").replace("待交办", "已整改")
                + closed(document, "5").replace("李验收", "").replace("市工改办", "").replace("已整改到位", "")
                + rectified(document, "6"));

        refused.then()
                .body("state", equalTo("REFUSED"))
                .body("problem.status", equalTo(422))
                .body("violationCount", equalTo(6))
                .body("problem.violations.row", contains(2, 3, 4, 5, 6, 6))
                .body("problem.violations.field", contains("销号时间", "状态", "交办日期", "状态", "整改结果", "验收人"));
        assertThat(total(CITY)).isEqualTo(before);
        String errors = as("province")
                .accept("*/*")
                .get("/api/v1/issue-imports/" + refused.path("id") + "/error-file")
                .asString();
        assertThat(errors.split("\r\n")[2]).contains("状态：销号申请须在系统中提出");
        assertThat(errors.split("\r\n")[5]).endsWith("整改结果：状态为“已销号”的须填写；验收人：状态为“已销号”的须填写");
        assertThat(errors.split("\r\n")[6]).doesNotContain("须");
    }

    @Test
    void textsHaveTheLimitsThatTheyHaveEverywhere() {
        String document = unique();

        Response refused = done(HEADER
                + closed(document, "9".repeat(101))
                + closed(document, "2").replace("已整改到位", "整".repeat(2_001))
                + closed(document, "3").replace("资规局、发改委", "资规局、" + "委".repeat(101))
                + closed(document, "4")
                        .replace(
                                "资规局、发改委",
                                IntStream.rangeClosed(1, 21)
                                        .mapToObj(i -> "第" + i + "局")
                                        .collect(Collectors.joining("、")))
                + closed(document, "5").replace("原备注", "原\u0001备注")
                + closed(document, "6").replace("张建设", "\u3000"));

        refused.then()
                .body("problem.status", equalTo(422))
                .body("problem.violations.row", contains(2, 3, 4, 5, 6, 7))
                .body("problem.violations.field", contains("原台账编号", "整改结果", "配合单位", "配合单位", "备注", "责任人"));
    }

    @Test
    void whatIsThereIsPassedOverHoweverItStandsInTheFile() {
        String document = unique();
        String ledger = HEADER + closed(document, "1") + rectified(document, "2");
        done(ledger).then().body("registered", equalTo(2));

        done(ledger)
                .then()
                .body("state", equalTo("DONE"))
                .body("registered", equalTo(0))
                .body("known", equalTo(2));
        done(ledger.replace("整改中", "待验收") + assigned(document, "3"))
                .then()
                .body("state", equalTo("DONE"))
                .body("registered", equalTo(1))
                .body("known", equalTo(2));
    }

    @Test
    void whatThisLedgerHasExportedIsKnownAgain() {
        String county = "411221";
        String region = "&region=" + county;
        // Two items that read alike without their numbers, one that begins like a formula, and states that are not
        // taken over.
        String document = unique();
        as("province").body(scorecardItem(county, document)).post(ISSUES).then().statusCode(201);
        as("province")
                .body(scorecardItem(county, document).replace("\"itemNumber\": \"3\"", "\"itemNumber\": \"4\""))
                .post(ISSUES)
                .then()
                .statusCode(201);
        as(OFFICE)
                .body(ownFinding(county, "-1 " + unique()))
                .post(ISSUES)
                .then()
                .statusCode(201);
        requested(register("province", county), OFFICE).then().statusCode(200);
        act("province", register("province", county), "rejections", "{\"reason\": \"不属于整改范围\"}")
                .then()
                .statusCode(200);
        for (String format : List.of("XLSX", "CSV")) {
            byte[] file = as("province")
                    .accept("*/*")
                    .get("/api/v1/issue-ledgers?format=" + format + region)
                    .asByteArray();
            int before = total(CITY);

            Response again = done(format.equals("CSV") ? "text/csv" : SentSheet.XLSX, file, "");

            again.then()
                    .body("problem", nullValue())
                    .body("state", equalTo("DONE"))
                    .body("registered", equalTo(0))
                    .body("rowsRead", equalTo(5))
                    .body("known", equalTo(5));
            assertThat(total(CITY)).isEqualTo(before);
        }
    }

    @Test
    void aNumberOfThisLedgerUnderWhichSomethingElseStandsIsAskedAbout() {
        String number = register("province", CITY).path("ledgerNumber");
        String ledger = HEADER + registered(unique(), number);

        done(ledger.replace("原台账编号", "台账编号"))
                .then()
                .body("state", equalTo("REFUSED"))
                .body("problem.violations.field", contains("台账编号"));
        done(ledger).then().body("state", equalTo("DONE")).body("registered", equalTo(1));
    }

    @Test
    void onlyTheProvinceTakesOver() {
        byte[] ledger = (HEADER + registered(unique(), "1")).getBytes(StandardCharsets.UTF_8);

        for (String other : List.of(OFFICE, "county:411221", "department:411200:住建局")) {
            sent(other, "text/csv", ledger, "?existing=true&campaignId=" + CAMPAIGN_2021)
                    .then()
                    .statusCode(403);
            sent(other, "text/csv", ledger, "?existing=true").then().statusCode(403);
        }
        sent("province", "text/csv", ledger, "?existing=true").then().statusCode(400);
    }

    @Test
    void aCloseOutThatWasTakenOverHasAFormThatSaysSoAndIsLookedBackAt() throws Exception {
        String document = unique();
        done(HEADER + closed(document, "峡-001").replace("三门峡市", "三门峡市卢氏县"))
                .then()
                .body("registered", equalTo(1));
        Response issue = only(document, "CLOSED");

        byte[] form = as(OFFICE)
                .accept("*/*")
                .get(ISSUES + issue.path("id") + "/close-out-form")
                .asByteArray();

        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(form));
                XWPFWordExtractor text = new XWPFWordExtractor(read)) {
            assertThat(text.getText())
                    .contains("转入说明", "由省工改办经办人一于2021年10月20日从既有台账转入", "销号日期：2021年10月1日", "验收人：李验收")
                    .contains("验收单位：市工改办", "原台账编号：峡-001")
                    .doesNotContain("本人承诺");
        }
        as(OFFICE).accept("*/*").get(ISSUES + issue.path("id") + "/file").then().statusCode(200);
        Response drawn = as("province")
                .body("{\"campaignId\": \"" + CAMPAIGN_2021
                        + "\", \"closedFrom\": \"2021-10-01\", \"closedTo\": \"2021-10-01\","
                        + " \"regions\": [\"411224\"], \"size\": 5}")
                .post("/api/v1/look-backs");
        drawn.then().statusCode(201).body("population", equalTo(1));
        as("province")
                .header("If-Match", drawn.header("ETag"))
                .body("{\"issue\": \"" + issue.path("id") + "\", \"finding\": \"INCOMPLETE\", \"note\": \"现场核查\","
                        + " \"checkedOn\": \"2021-10-20\", \"checkedBy\": \"王五\", \"deadline\": \"2021-11-30\"}")
                .post("/api/v1/look-backs/" + drawn.path("id") + "/results")
                .then()
                .statusCode(200);
        Response again = as(OFFICE).get(ISSUES + issue.path("id"));
        again.then().body("status", equalTo("IN_RECTIFICATION")).body("closedAt", nullValue());
        Response evidence = addEvidence(OFFICE, again.path("id"), again.header("ETag"));
        act(OFFICE, again.path("id"), evidence.header("ETag"), "close-out-requests", CLOSE_OUT)
                .then()
                .statusCode(200);
    }

    @Test
    void manyAreTakenOverInChunks() {
        String document = unique();
        StringBuilder ledger = new StringBuilder(HEADER);
        IntStream.rangeClosed(1, 1_201).forEach(i -> ledger.append(closed(document, "峡-" + i)));

        done(ledger.toString())
                .then()
                .body("state", equalTo("DONE"))
                .body("rowsRead", equalTo(1_201))
                .body("registered", equalTo(1_201));
        done(ledger.toString()).then().body("known", equalTo(1_201)).body("registered", equalTo(0));
    }

    private static String closed(String document, String number) {
        return row(
                document,
                number,
                "信息未共享,压减时间,住建局,资规局、发改委,张建设,2021-09-01,2021-12-31,,已整改到位,定期调度,已销号,2021-10-01,市工改办,李验收,原备注");
    }

    private static String rectified(String document, String number) {
        return row(document, number, "信息未共享,,住建局,,张建设,2021-09-01,2021-09-30,'-完成一半,,,整改中,,,,");
    }

    private static String assigned(String document, String number) {
        return row(document, number, ",,住建局,,,2021-09-01,2021-12-31,,,,已交办,,,,");
    }

    private static String registered(String document, String number) {
        return row(document, number, ",,,,,,,,,,待交办,,,,");
    }

    private static String row(String document, String number, String standing) {
        return ",%s,成绩单,%s,三门峡市,施工许可核发超时%s,时间,一般,%s\r\n".formatted(number, document, number, standing);
    }

    /** The only issue of a document that stands there. */
    private static Response only(String document, String status) {
        Response found = as("province").get(ISSUES + "?documentNumber=" + document + "&status=" + status);
        found.then().body("items", hasSize(1));
        return as("province").get(ISSUES + found.path("items[0].id"));
    }

    private static Response done(String csv) {
        return done(csv, "");
    }

    private static Response done(String csv, String parameters) {
        return done("text/csv", csv.getBytes(StandardCharsets.UTF_8), parameters);
    }

    private static Response done(String type, byte[] file, String parameters) {
        Response queued = sent("province", type, file, "?existing=true&campaignId=" + CAMPAIGN_2021 + parameters);
        queued.then().statusCode(202);
        return settled(queued.path("id"));
    }

    private static Response sent(String account, String type, byte[] file, String query) {
        return as(account).config(AS_GIVEN).contentType(type).body(file).post("/api/v1/issue-imports/uploads" + query);
    }

    private static Response settled(String id) {
        return await().atMost(60, TimeUnit.SECONDS)
                .until(() -> as("province").get("/api/v1/issue-imports/" + id), job -> job.path("settledAt") != null);
    }
}
