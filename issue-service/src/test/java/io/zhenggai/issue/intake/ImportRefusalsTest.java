package io.zhenggai.issue.intake;

import static io.zhenggai.issue.intake.Imports.AS_GIVEN;
import static io.zhenggai.issue.intake.Imports.HEADER;
import static io.zhenggai.issue.intake.Imports.importing;
import static io.zhenggai.issue.intake.Imports.ledger;
import static io.zhenggai.issue.intake.Imports.scorecard;
import static io.zhenggai.issue.intake.Imports.send;
import static io.zhenggai.issue.intake.Imports.total;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class ImportRefusalsTest {

    @TestHTTPResource
    URL service;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void oneWrongRowLeavesNothingStored() {
        String document = unique();
        int before = total("410900");

        Response refused = importing(
                "office:410900",
                ledger(
                        scorecard(document, 1, "濮阳市"),
                        scorecard(document, 2, "郑州市"),
                        scorecard(document, 3, "火星"),
                        scorecard("", 4, "濮阳市"),
                        scorecard(document, 5, "濮阳市").replace("2021-10-18", "2021-10-21"),
                        scorecard(document, 6, "濮阳市").replace("成绩单", "调研督导"),
                        scorecard(document, 7, "濮阳市").replace("超时", "长".repeat(2_001)),
                        scorecard(document, 8, "濮阳市").replace("超时", "\u0007")));

        refused.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violationCount", equalTo(7))
                .body("violations.row", contains(4, 5, 6, 7, 8, 9, 10))
                .body("violations.field", contains("所属地区", "所属地区", "来源文号", "来源日期", "问题来源", "问题描述", "问题描述"))
                .body("violations[0].message", equalTo("没有这一地区：郑州市"))
                .body("violations[1].message", equalTo("没有这一地区：火星"))
                .body("violations[5].message", equalTo("不能超过 2000 个字"));
        assertThat(total("410900")).isEqualTo(before);
    }

    /** What cannot be read, or is missing, hides no rule of registration that another column breaks. */
    @Test
    void allThatIsWrongWithARowIsToldAtOnce() {
        String row = scorecard("", 1, "火星").replace("2021-10-18", "2021-10-21").replace("施工许可核发超时", "");

        importing("office:410900", ledger(row))
                .then()
                .statusCode(422)
                .body("violations.field", contains("所属地区", "问题描述", "来源文号", "来源日期"));
    }

    @Test
    void speaksEnglishWhenAsked() {
        as("province")
                .config(AS_GIVEN)
                .contentType("text/csv")
                .header("Accept-Language", "en")
                .body(ledger(scorecard(unique(), 1, "火星")).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/issue-imports?campaignId=" + CAMPAIGN_2021)
                .then()
                .statusCode(422)
                .body("violations[0].message", equalTo("no such region: 火星"))
                .body("detail", containsString("nothing was registered"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "GBK", "gb2312"})
    void readsTheEncodingsOfOfficePrograms(String charset) {
        byte[] csv = ledger(scorecard(unique(), 1, "濮阳市")).getBytes(Charset.forName("GB18030"));

        send("province", "text/csv; charset=" + charset, csv).then().statusCode(200);
        send("province", "text/csv", csv).then().statusCode(200).body("duplicates", equalTo(1));
        send("province", "text/csv; charset=UTF-8", csv).then().statusCode(400).body("detail", containsString("第 1 行"));
    }

    @Test
    void readsAWorkbook() {
        String document = unique();
        byte[] workbook = Workbooks.ledger(
                Workbooks.row(2, "成绩单", document, "1", "44477", "濮阳市", "施工许可核发超时", "时间", "一般"),
                Workbooks.row(3, "成绩单", document, "2", "10月8日", "火星", "施工许可核发超时", "时间", "一般"));

        send("province", SentSheet.XLSX, workbook)
                .then()
                .statusCode(422)
                .body("violations.row", contains(3))
                .body("violations.field", contains("所属地区"));
        send(
                        "province",
                        SentSheet.XLSX,
                        Workbooks.ledger(
                                Workbooks.row(2, "成绩单", document, "1", "44477", "濮阳市", "施工许可核发超时", "时间", "一般")))
                .then()
                .statusCode(200)
                .body("registered", equalTo(1));
        send("province", SentSheet.XLSX, Workbooks.saved("ledger.xls"))
                .then()
                .statusCode(400)
                .body("detail", containsString("另存为 .xlsx"));
        send("province", SentSheet.XLSX, new byte[0]).then().statusCode(400);
        send("province", "text/csv", workbook).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"text/csv; charset=UTF-16,415", "application/json,415", "text/plain,415", "text/csv; header=present,200"
    })
    void takesCsvInKnownEncodingsOnly(String type, int status) {
        byte[] csv = ledger(scorecard(unique(), 1, "濮阳市")).getBytes(StandardCharsets.UTF_8);

        send("province", type, csv)
                .then()
                .statusCode(status)
                .contentType(status == 200 ? "application/json" : "application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "province,郑州市,成绩单,200",
        "office:410100,巩义市,成绩单,200",
        "county:410181,巩义市,自查,200",
        "department:410100:住建局,郑州市,自查,200",
        "office:410200,郑州市,成绩单,422",
        "county:410181,郑州市,自查,422",
        "county:410181,巩义市,成绩单,422",
        "leader,郑州市,自查,403",
        "system:complaints,郑州市,自查,403",
        "member-unit:省自然资源厅,郑州市,自查,403"
    })
    void everyRoleImportsItsOwn(String account, String region, String source, int status) {
        importing(account, ledger(scorecard(unique(), 1, region).replace("成绩单", source)))
                .then()
                .statusCode(status);
    }

    @Test
    void needsACampaignThatIsPublished() {
        byte[] csv = ledger(scorecard(unique(), 1, "濮阳市")).getBytes(StandardCharsets.UTF_8);

        as("province")
                .config(AS_GIVEN)
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/issue-imports")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("campaignId"));
        as("province")
                .config(AS_GIVEN)
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/issue-imports?campaignId=1")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("campaignId"));
        as("province")
                .config(AS_GIVEN)
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/issue-imports?campaignId=" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("campaignId"));
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInWords() {
        importing("province", "").then().statusCode(400).body("detail", equalTo("文件是空的。"));
        importing("province", HEADER).then().statusCode(400).body("detail", containsString("只有表头"));
        importing("province", "a,b\n1,2\n").then().statusCode(400).body("detail", containsString("没有找到表头"));
        importing("province", HEADER + "\n1,\"成绩单").then().statusCode(400).body("detail", containsString("第 2 行的引号"));
        importing("province", HEADER.replace("所属地区,", "") + "\n")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("所属地区"))
                .body("violations[0].message", equalTo("缺少此列"));
    }

    @Test
    void whatAnnouncesMoreThan64MebibytesIsRefusedUnread() throws Exception {
        assertThat(announced("text/csv", 64L * 1024 * 1024 + 1))
                .startsWith("HTTP/1.1 413 ")
                .contains("64 MiB");
        assertThat(announced("text/csv", 64L * 1024 * 1024)).startsWith("HTTP/1.1 100 ");
    }

    /** @return the beginning of the answer to a request of which only the head was sent */
    private String announced(String type, long length) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String head = "POST /api/v1/issue-imports?campaignId=" + CAMPAIGN_2021 + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + Infrastructure.current().token("province") + "\r\nContent-Type: "
                    + type
                    + "\r\nContent-Length: " + length + "\r\nExpect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4_096];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, read, StandardCharsets.UTF_8);
        }
    }
}
