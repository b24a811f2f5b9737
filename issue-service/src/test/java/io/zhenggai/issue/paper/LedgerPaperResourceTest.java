package io.zhenggai.issue.paper;

import static io.restassured.RestAssured.given;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.complaint;
import static io.zhenggai.issue.testsupport.Api.ownFinding;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.requested;
import static io.zhenggai.issue.testsupport.Api.scorecardItem;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class LedgerPaperResourceTest {

    private static final String LEDGERS = "/api/v1/issue-ledgers";
    private static final String PUYANG = "410900";
    private static final String OFFICE = "office:" + PUYANG;
    private static final List<String> COLUMNS = List.of(
            "序号", "台账编号", "问题来源", "来源文号", "所属地区", "问题描述", "问题类别", "严重程度", "原因分析", "整改目标", "任务", "整改措施", "牵头单位", "配合单位",
            "责任领导", "责任人", "联系电话", "整改时限", "整改进展", "整改结果", "状态", "销号时间", "验收人", "备注");

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void aClosedIssueFillsTheColumnsOfTheLedger() {
        String document = "成绩单" + unique();
        Response issue =
                requested(as(OFFICE).body(scorecardItem(PUYANG, document)).post(ISSUES), OFFICE);
        issue = act(OFFICE + ":2", issue, "first-reviews", "{\"opinion\": \"同意\"}");
        issue = act("province", issue, "close-outs", "{\"opinion\": \"同意销号\"}");
        assertThat(issue.statusCode()).isEqualTo(200);

        Map<String, String> row = row(csv(OFFICE, "?city=" + PUYANG), issue.path("ledgerNumber"));

        assertThat(row)
                .containsEntry("问题来源", "审批系统运行成绩单")
                .containsEntry("来源文号", document)
                .containsEntry("所属地区", "濮阳市")
                .containsEntry("问题描述", "施工许可核发超过承诺时限")
                .containsEntry("问题类别", "时间")
                .containsEntry("严重程度", "一般")
                .containsEntry("原因分析", "信息未共享")
                .containsEntry("整改目标", "压减办理时间")
                .containsEntry("牵头单位", "住建局")
                .containsEntry("配合单位", "自然资源和规划局")
                .containsEntry("责任人", "张建设")
                .containsEntry("整改时限", "2021-12-31")
                .containsEntry("整改结果", "已整改到位")
                .containsEntry("状态", "已销号")
                .containsEntry("销号时间", "2021-10-20")
                .containsEntry("验收人", "省工改办经办人一");
        for (String unknown : List.of("任务", "整改措施", "责任领导", "联系电话", "整改进展", "备注")) {
            assertThat(row).containsEntry(unknown, "");
        }
    }

    @Test
    void theWorkbookIsTheOfficialTable() throws IOException {
        String number = registerOwnFinding(OFFICE, "410922").path("ledgerNumber");

        Response answer = as(OFFICE).get(LEDGERS + "?campaignId=" + CAMPAIGN_2021 + "&region=410922");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment; filename=\"2021____")
                .contains("-2021-10-20.xlsx\"; filename*=UTF-8''2021%E5%B9%B4")
                .endsWith("-2021-10-20.xlsx");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("整改台账");
            assertThat(texts(sheet.getRow(0))).startsWith("2021年河南省办理建筑许可整改提升工作方案整改台账");
            assertThat(texts(sheet.getRow(1))).contains("填报单位（盖章）：濮阳市工改办", "填报人：濮阳市工改办经办人一", "填报日期：2021年10月20日");
            assertThat(texts(sheet.getRow(2))).isEqualTo(COLUMNS);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 3);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getColumnWidth(5)).isGreaterThan(sheet.getColumnWidth(0) * 3);
            Row last = sheet.getRow(sheet.getLastRowNum());
            assertThat(texts(last)).contains(number, "濮阳市清丰县", "自查发现");
            assertThat(last.getCell(0).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(last.getCell(5).getCellStyle().getWrapText()).isTrue();
        }
    }

    @Test
    void datesAreDatesInAWorkbook() throws IOException {
        Response issue = registerOwnFinding(OFFICE, PUYANG);
        act(OFFICE, issue, "assignments", "{\"deadline\": \"2021-12-31\"}")
                .then()
                .statusCode(200);

        Response answer = as(OFFICE).get(LEDGERS + "?status=ASSIGNED");

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            Sheet sheet = workbook.getSheetAt(0);
            Cell deadline = sheet.getRow(sheet.getLastRowNum()).getCell(COLUMNS.indexOf("整改时限"));
            assertThat(deadline.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2021, 12, 31));
        }
    }

    @ParameterizedTest
    @CsvSource({"ISSUES,问题清单,问题描述,牵头单位", "TASKS,任务清单,整改目标,原因分析", "RESPONSIBILITIES,责任清单,责任领导,整改目标"})
    void theThreeListsHaveTheirOwnColumns(String list, String title, String has, String hasNot) {
        String number = registerOwnFinding(OFFICE, PUYANG).path("ledgerNumber");

        List<CSVRecord> rows = csv(OFFICE, "?list=" + list);

        assertThat(rows.get(0).get(0)).isEqualTo(title);
        assertThat(rows.get(2).toList()).contains(has, "台账编号", "所属地区").doesNotContain(hasNot);
        assertThat(rows.get(rows.size() - 1).toList()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "＝1+1", "　=1+1", "\t=1+1"})
    void whatBeginsLikeAFormulaIsNoneInEitherFormat(String description) throws IOException {
        String said = description.replace("\t", "\\t");
        Response issue = as(OFFICE).body(ownFinding(PUYANG, said + unique())).post(ISSUES);
        assertThat(issue.statusCode()).as(issue.asString()).isEqualTo(201);
        String stored = issue.path("description");

        String inCsv = row(csv(OFFICE, ""), issue.path("ledgerNumber")).get("问题描述");
        Response workbook = as(OFFICE).get(LEDGERS);

        assertThat(inCsv).isEqualTo("'" + stored);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook.asByteArray()))) {
            Cell cell = read.getSheetAt(0)
                    .getRow(read.getSheetAt(0).getLastRowNum())
                    .getCell(5);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(stored);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
    }

    @Test
    void nothingOfAComplainantLeaves() {
        Response issue = as("province").body(complaint(PUYANG, "件" + unique())).post(ISSUES);
        assertThat(issue.statusCode()).isEqualTo(201);

        String csv = as(OFFICE).get(LEDGERS + "?format=CSV").asString();

        assertThat(csv).contains(issue.<String>path("ledgerNumber")).doesNotContain("李", "13800138000", "五趟");
    }

    @Test
    void everybodyExportsWhatTheyMayRead() {
        String number = registerOwnFinding(OFFICE, PUYANG).path("ledgerNumber");

        for (String account : List.of("province", OFFICE, "leader", "auditor:410900", "indicator-lead:410900:发改委")) {
            assertThat(text(csv(account, "?city=" + PUYANG))).as(account).contains(number);
        }
        for (String account : List.of("office:411000", "county:410922", "department:410900:住建局", "system:complaints")) {
            assertThat(text(csv(account, ""))).as(account).doesNotContain(number);
        }
        given().get(LEDGERS).then().statusCode(401);
        as("system:statistics").get(LEDGERS).then().statusCode(200);
    }

    @Test
    void isNarrowedLikeTheList() {
        registerOwnFinding(OFFICE, PUYANG).then().statusCode(201);
        int listed = as(OFFICE)
                .get(ISSUES + "?limit=1&total=true&status=REGISTERED&source=SELF_INSPECTION")
                .path("total");

        List<CSVRecord> rows = csv(OFFICE, "?status=REGISTERED&source=SELF_INSPECTION");

        assertThat(rows).hasSize(listed + 3);
        assertThat(rows.get(rows.size() - 1).get(0)).isEqualTo(Integer.toString(listed));
        assertThat(csv(OFFICE, "?severity=MAJOR")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?format=PDF",
                "?list=ALL",
                "?limit=1",
                "?sort=DEADLINE",
                "?deadlineFrom=2021-12-31&deadlineTo=2021-12-30",
                "?city=1",
                "?campaignId=x"
            })
    void refusesWhatIsNoQuestion(String query) {
        as(OFFICE).get(LEDGERS + query).then().statusCode(400);
    }

    @Test
    void anExportIsOnRecord() {
        registerOwnFinding(OFFICE, PUYANG);
        int rows = csv(OFFICE, "?city=" + PUYANG + "&status=REGISTERED").size() - 3;

        Response audited = as("auditor:410900").get("/api/v1/audit/issue-service?aggregateType=issue-export&limit=1");

        assertThat(audited.statusCode()).as(audited.asString()).isEqualTo(200);
        assertThat(audited.<String>path("items[0].action")).isEqualTo("EXPORT_LEDGER");
        assertThat(audited.<String>path("items[0].name")).isEqualTo("濮阳市工改办经办人一");
        assertThat(audited.<Map<String, Map<String, Object>>>path("items[0].changes"))
                .containsEntry("list", Map.of("to", "LEDGER"))
                .containsEntry("format", Map.of("to", "CSV"))
                .containsEntry("filter.city", Map.of("to", List.of(PUYANG)))
                .containsEntry("filter.status", Map.of("to", List.of("REGISTERED")))
                .containsEntry("rows", Map.of("to", rows));
    }

    private static List<CSVRecord> csv(String account, String query) {
        Response answer = as(account).get(LEDGERS + (query.isEmpty() ? "?" : query + "&") + "format=CSV");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/csv");
        String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(1)), CSVFormat.RFC4180)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> row(List<CSVRecord> rows, String ledgerNumber) {
        List<String> titles = rows.get(2).toList();
        List<String> cells = rows.stream()
                .map(CSVRecord::toList)
                .filter(row -> row.contains(ledgerNumber))
                .findFirst()
                .orElseThrow();
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            row.put(titles.get(i), cells.get(i));
        }
        return row;
    }

    private static String text(List<CSVRecord> rows) {
        return rows.stream().map(row -> String.join(",", row.toList())).reduce("", String::concat);
    }

    private static List<String> texts(Row row) {
        return new ArrayList<>(StreamSupport.stream(row.spliterator(), false)
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(Cell::getStringCellValue)
                .toList());
    }
}
