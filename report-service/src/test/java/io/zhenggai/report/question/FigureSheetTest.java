package io.zhenggai.report.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Ledger;
import io.zhenggai.report.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures as tables for office programs. */
@QuarkusTest
@OnRealServers
class FigureSheetTest {

    private static final LocalDate DUE = LocalDate.of(2021, 11, 10);

    @Inject
    BusinessClock clock;

    private Ledger ledger;

    @BeforeEach
    void fourIssues() throws Exception {
        ledger = new Ledger();
        clock.freezeAt(Instant.parse("2021-11-10T15:59:59Z"));
        ledger.tell(
                ledger.issue("410100").dueOn(DUE.minusDays(3)).closedOn(DUE.minusDays(2)),
                ledger.issue("410100").dueOn(DUE).closedOn(DUE.minusDays(5)),
                ledger.issue("410200").dueOn(DUE.minusDays(1)),
                ledger.issue("410200").from("=HYPERLINK").registeredOn(LocalDate.of(2021, 11, 1)));
        ledger.awaitTotal(4);
    }

    @AfterEach
    void disconnect() {
        ledger.close();
    }

    @Test
    void figuresHaveARowForEachGroupAndOneForAll() throws IOException {
        List<CSVRecord> table = table("province", "", "&groupBy=CITY");

        assertThat(table.get(0).get(0)).isEqualTo("整改台账统计表");
        assertThat(table.get(1).toList()).containsExactly("截至2021-11-10", "统计范围：河南省");
        assertThat(table.get(2).toList())
                .startsWith("省辖市、示范区", "问题总数", "已销号", "未销号", "销号率")
                .hasSize(18);
        assertThat(table.get(3).toList())
                .containsExactly(
                        "郑州市", "2", "2", "0", "100%", "0", "1", "1", "2", "50%", "0", "2", "0%", "0", "0%", "17.5",
                        "17.5", "0");
        assertThat(table.get(4).toList())
                .containsExactly(
                        "开封市", "2", "0", "2", "0%", "1", "0", "1", "1", "100%", "0", "0", "", "0", "", "", "", "0");
        assertThat(table.get(5).toList()).startsWith("合计", "4", "2", "2", "50%");
        assertThat(table).hasSize(6);
    }

    @Test
    void saysWhatItCounted() throws IOException {
        List<CSVRecord> table = table(
                "department:410100:住建局",
                "",
                "&source=SYSTEM_SCORECARD&category=TIME&severity=GENERAL&dated=CLOSING&from=2021-11-01");

        assertThat(table.get(1).toList())
                .containsExactly(
                        "截至2021-11-10",
                        "统计范围：郑州市（住建局）",
                        "问题来源：审批系统运行成绩单",
                        "问题类别：时间",
                        "严重程度：一般",
                        "销号日期：2021-11-01至2021-11-10");
        assertThat(table.get(3).toList()).startsWith("合计", "2");
    }

    @Test
    void aCodeThatReadsLikeAFormulaIsAText() throws IOException {
        List<CSVRecord> table = table("province", "", "&groupBy=SOURCE");

        assertThat(table.get(3).get(0)).isEqualTo("'=HYPERLINK");
    }

    @Test
    void aRankingLeavesThePlaceEmptyOfWhoHasNothing() throws IOException {
        List<CSVRecord> table = table("province", "/ranking", "");

        assertThat(table.get(0).get(0)).isEqualTo("各地整改情况排名表（不含自查发现的问题）");
        assertThat(table.get(3).toList()).startsWith("1", "郑州市", "2", "2");
        assertThat(table.get(4).toList()).startsWith("2", "开封市", "2", "0");
        assertThat(table.get(5).get(0)).isEmpty();
        assertThat(table).hasSize(3 + 18);
    }

    @Test
    void aComparisonHasTwoRowsForEachGroup() throws IOException {
        List<CSVRecord> table = table("province", "/comparison", "&from=2021-11-01&to=2021-11-30&groupBy=CITY");

        assertThat(table.get(2).toList()).startsWith("省辖市、示范区", "时段", "问题总数");
        assertThat(table.get(3).toList()).startsWith("郑州市", "2021-11-01至2021-11-30", "0");
        assertThat(table.get(4).toList()).startsWith("郑州市", "2021-10-01至2021-10-31", "2");
        assertThat(table.get(8).toList()).startsWith("合计", "2021-10-01至2021-10-31", "3");
    }

    @Test
    void aTrendHasARowForEachInterval() throws IOException {
        List<CSVRecord> table = table("province", "/trend", "");

        assertThat(table.get(3).toList())
                .containsExactly("2021-10", "2021-10-01", "2021-10-31", "3", "0", "3", "0", "3", "0", "0%");
        assertThat(table.get(4).toList())
                .containsExactly("2021-11", "2021-11-01", "2021-11-10", "1", "2", "4", "2", "2", "1", "50%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ranking", "/trend", "/comparison"})
    void isAFileToBeSavedThatOfficeProgramsRead(String path) {
        String period = path.equals("/comparison") ? "&from=2021-11-01&to=2021-11-30" : "";
        Response answer = Ledger.get("province", path + "?format=CSV&campaignId=" + ledger.campaign() + period);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"figures-2021-11-10.csv\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void aRegionThatCannotBeIsCountedAsNothing() {
        assertThat(Ledger.get("province", "?format=CSV&city=000000").statusCode())
                .isEqualTo(200);
    }

    private List<CSVRecord> table(String account, String path, String more) throws IOException {
        Response answer = Ledger.get(account, path + "?format=CSV&campaignId=" + ledger.campaign() + more);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        String text = new String(answer.asByteArray(), StandardCharsets.UTF_8).substring(1);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }
}
