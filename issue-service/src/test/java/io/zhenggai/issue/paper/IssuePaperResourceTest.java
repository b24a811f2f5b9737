package io.zhenggai.issue.paper;

import static io.restassured.RestAssured.given;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.complaint;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.requested;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.Api.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.encryption.Sha256;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class IssuePaperResourceTest {

    private static final String CITY = "411000";
    private static final String OFFICE = "office:" + CITY;
    private static final String OPINION = "{\"opinion\": \"经核查，整改到位\"}";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void theFormTellsWhatUnitCityAndProvinceHaveSaid() throws IOException {
        Response issue = requested(register("province", CITY), OFFICE);

        String asked = text(form(OFFICE, issue));
        assertThat(asked)
                .contains("销号申请表", issue.<String>path("ledgerNumber"), "许昌市", "信息未共享", "已整改到位", "建立定期调度机制")
                .contains("1. 说明.txt（SHA-256：")
                .contains("申请人：许昌市工改办经办人一　　2021年10月20日")
                .contains("承办单位", "市级初审", "省级验收", "签名（盖章）")
                .doesNotContain("审核人：", "验收人：");

        issue = act(OFFICE + ":2", issue, "first-reviews", OPINION);
        assertThat(text(form(OFFICE, issue)))
                .contains("经核查，整改到位", "审核人：许昌市工改办经办人二")
                .doesNotContain("验收人：");

        issue = act("province", issue, "close-outs", "{\"opinion\": \"同意销号\"}");
        assertThat(text(form("leader", issue))).contains("同意销号", "验收人：省工改办经办人一　　2021年10月20日");
    }

    @Test
    void whatTheCityVerifiesHasItsOpinionOnly() throws IOException {
        Response issue = registerOwnFinding(OFFICE, CITY);
        issue = act(OFFICE, issue, "assignments", "{\"deadline\": \"2021-12-31\"}");
        issue = rectified(issue);
        issue = act(OFFICE + ":2", issue, "close-outs", OPINION);

        assertThat(text(form(OFFICE, issue)))
                .contains("市级验收", "验收人：许昌市工改办经办人二", "（本问题由市级验收。）")
                .doesNotContain("市级初审");
    }

    @Test
    void thereIsAFormOnlyWhileACloseOutStandsRequested() {
        Response issue = registerOwnFinding(OFFICE, CITY);
        String path = ISSUES + issue.path("id") + "/close-out-form";
        as(OFFICE).get(path).then().statusCode(409).body("detail", containsString("尚未申请销号"));

        issue = act(OFFICE, issue, "assignments", "{\"deadline\": \"2021-12-31\"}");
        issue = rectified(issue);
        as(OFFICE).get(path).then().statusCode(200);

        act(OFFICE + ":2", issue, "returns", OPINION).then().statusCode(200);
        as(OFFICE).get(path).then().statusCode(409);
        as("office:410100").get(path).then().statusCode(404);
        given().get(path).then().statusCode(401);
    }

    @Test
    void theWholeFileHoldsEverythingWithItsDigest() throws IOException {
        Response issue = requested(register("province", CITY), OFFICE);
        issue = act(OFFICE + ":2", issue, "returns", "{\"opinion\": \"佐证材料不足\"}");
        byte[] proof = "%PDF-1.7 补充".getBytes(StandardCharsets.UTF_8);
        Response added =
                upload(OFFICE, issue.path("id"), issue.header("ETag"), "说明:＝<1>.pdf", "application/pdf", proof);
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        act(
                OFFICE,
                issue.path("id"),
                added.header("ETag"),
                "extension-requests",
                "{\"deadline\": \"2021-12-31\", \"reason\": \"汛期\"}");
        String tag = as(OFFICE).get(ISSUES + issue.path("id")).header("ETag");
        act(
                        OFFICE,
                        issue.path("id"),
                        tag,
                        "close-out-requests",
                        "{\"result\": \"已补充\", \"lastingMechanism\": \"长效\", \"pledgeOfTruth\": true}")
                .then()
                .statusCode(200);

        Response answer = as(OFFICE).get(ISSUES + issue.path("ledgerNumber") + "/file");
        Map<String, byte[]> files = unzipped(answer);

        assertThat(answer.contentType()).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .contains(issue.<String>path("ledgerNumber"))
                .contains(".zip");
        assertThat(files.keySet())
                .contains("01-台账信息.docx", "02-问题来源.docx", "03-办理过程.docx", "05-销号申请表.docx")
                .contains("佐证材料/01-说明.txt", "佐证材料/02-说明_＝_1_.pdf")
                .endsWith("00-目录.csv");
        assertThat(files.get("佐证材料/02-说明_＝_1_.pdf")).isEqualTo(proof);
        assertThat(text(files.get("01-台账信息.docx"))).contains(issue.<String>path("ledgerNumber"), "申请销号", "已补充");
        assertThat(text(files.get("02-问题来源.docx"))).contains("审批系统运行成绩单", "第3项：施工许可平均用时超过承诺时限");
        assertThat(text(files.get("03-办理过程.docx"))).contains("登记", "交办", "退回", "佐证材料不足", "2021-10-20 09:00");
        List<CSVRecord> contents = contents(files.get("00-目录.csv"));
        assertThat(contents).hasSize(files.size());
        contents.stream()
                .skip(1)
                .forEach(row -> assertThat(row.get(3)).as(row.get(1)).isEqualTo(Sha256.hex(files.get(row.get(1)))));
    }

    @Test
    void complainantsAreShownInItToWhomTheyAreShownElsewhereAndThatIsOnRecord() throws IOException {
        Response issue = as("province").body(complaint(CITY, "件" + unique())).post(ISSUES);
        String path = ISSUES + issue.path("id") + "/file";

        String toOffice = text(unzipped(as(OFFICE).get(path)).get("02-问题来源.docx"));
        String toProvince = text(unzipped(as("province").get(path)).get("02-问题来源.docx"));
        String toLeader = text(unzipped(as("leader").get(path)).get("02-问题来源.docx"));

        assertThat(toOffice).contains("李建国", "13800138000", "跑了五趟");
        assertThat(toProvince).contains("李**", "跑了五趟").doesNotContain("李建国", "13800138000");
        assertThat(toLeader).doesNotContain("李建国", "13800138000", "五趟");
        Response reads = as("auditor")
                .get("/api/v1/audit/issue-service/personal-data-reads?owner=" + issue.path("id") + "&limit=50");
        assertThat(reads.<List<String>>path("items.data"))
                .contains("source_item.text_received", "source_item.complainant", "source_item.answer_owed_to");
        Response exports = as("auditor").get("/api/v1/audit/issue-service?aggregateType=issue-export&limit=3");
        assertThat(exports.<List<String>>path("items.action")).containsOnly("EXPORT_ISSUE_FILE");
        assertThat(exports.asString()).doesNotContain("李");
    }

    @Test
    void anotherRegionsFileIsNotThere() {
        String path = ISSUES + registerOwnFinding(OFFICE, CITY).path("id") + "/file";

        as("office:410100").get(path).then().statusCode(404);
        as("county:411081").get(path).then().statusCode(404);
        given().get(path).then().statusCode(401);
    }

    /** Brings an assigned issue to where its close-out is requested. */
    private static Response rectified(Response assigned) {
        Response issue = act(OFFICE, assigned, "acknowledgements", "");
        issue = act(
                OFFICE,
                issue,
                "cause-analyses",
                "{\"causeAnalysis\": \"信息未共享\", \"rectificationGoal\": \"压减\", \"leadUnit\": \"住建局\","
                        + " \"cooperatingUnits\": [], \"responsiblePerson\": \"张建设\"}");
        issue = act(OFFICE, issue, "rectifications", "");
        Response evidence = upload(
                OFFICE,
                issue.path("id"),
                issue.header("ETag"),
                "说明.txt",
                "text/plain",
                "好".getBytes(StandardCharsets.UTF_8));
        return act(
                OFFICE,
                issue.path("id"),
                evidence.header("ETag"),
                "close-out-requests",
                "{\"result\": \"已整改\", \"lastingMechanism\": \"长效\", \"pledgeOfTruth\": true}");
    }

    private static byte[] form(String account, Response issue) {
        Response answer = as(account).get(ISSUES + issue.path("id") + "/close-out-form");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains(issue.<String>path("ledgerNumber") + ".docx");
        return answer.asByteArray();
    }

    private static String text(byte[] document) throws IOException {
        try (XWPFWordExtractor extractor =
                new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(document)))) {
            return extractor.getText();
        }
    }

    private static Map<String, byte[]> unzipped(Response answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Map<String, byte[]> files = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            assertThat(files.put(entry.getName(), zip.readAllBytes()))
                    .as(entry.getName())
                    .isNull();
        }
        return files;
    }

    private static List<CSVRecord> contents(byte[] csv) throws IOException {
        String text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(1)), CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }
}
