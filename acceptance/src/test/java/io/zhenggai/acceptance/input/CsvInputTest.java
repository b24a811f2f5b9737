package io.zhenggai.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.client.LedgerFile;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledgers as people really send them: each refusal names row and column, and of a file with one bad row nothing is stored. */
@ExtendWith(RunningSystem.class)
@Order(42)
class CsvInputTest {

    private static final String CITY = "410600";
    private static final String OFFICE = "office:" + CITY;
    private static final int DESCRIPTION = LedgerFile.COLUMNS.indexOf("问题描述");

    private long before;

    @BeforeEach
    void count(Stage stage) {
        before = stage.total("province", "/api/v1/issues");
    }

    @AfterEach
    void nothingWasStored(Stage stage) {
        assertThat(stage.total("province", "/api/v1/issues")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"问题来源", "所属地区", "问题描述", "问题类别", "严重程度"})
    void namesTheColumnThatIsMissing(String column, Stage stage) {
        int missing = LedgerFile.COLUMNS.indexOf(column);
        Response refused = send(stage, csv(without(LedgerFile.COLUMNS, missing), without(good(1), missing)));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<List<String>>path("violations.field")).contains(column);
        assertThat(refused.<List<Integer>>path("violations.row")).contains(1);
    }

    @Test
    void namesTheColumnThatNobodyKnows(Stage stage) {
        List<String> header = new ArrayList<>(LedgerFile.COLUMNS);
        header.set(DESCRIPTION, "问题描述情况");

        Response refused = send(stage, csv(header, good(1)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("violations.field")).contains("问题描述情况");
    }

    @ParameterizedTest
    @CsvSource({
        "所属地区, 不存在的县",
        "所属地区, 419999",
        "所属地区, 410100",
        "来源日期, 2022-05-01",
        "来源日期, 2021-02-30",
        "来源日期, 去年",
        "来源日期, +999999999-12-31",
        "问题来源, 听说的",
        "问题类别, 不详",
        "严重程度, 极其严重",
        "问题描述, ''",
    })
    void namesRowAndColumnOfWhatCannotBe(String column, String value, Stage stage) {
        List<String> bad = new ArrayList<>(good(2));
        bad.set(LedgerFile.COLUMNS.indexOf(column), value);

        Response refused = send(stage, csv(LedgerFile.COLUMNS, good(1), bad, good(3)));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactly(column);
        assertThat(refused.<List<Integer>>path("violations.row")).containsExactly(3);
        assertThat(refused.<List<String>>path("violations.message"))
                .allMatch(message -> message.matches(".*\\p{IsHan}.*"));
    }

    @Test
    void aForeignRegionReadsLikeAnUnknownOne(Stage stage) {
        List<String> foreign = new ArrayList<>(good(1));
        foreign.set(LedgerFile.COLUMNS.indexOf("所属地区"), "410100");
        List<String> unknown = new ArrayList<>(good(1));
        unknown.set(LedgerFile.COLUMNS.indexOf("所属地区"), "419999");

        Response refused = send(stage, csv(LedgerFile.COLUMNS, foreign));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<Object>path("violations").toString().replace("410100", "419999"))
                .isEqualTo(send(stage, csv(LedgerFile.COLUMNS, unknown))
                        .path("violations")
                        .toString());
    }

    @Test
    void namesEveryBadRowAtOnceAndStoresNoneOfTheGoodOnes(Stage stage) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 1; row <= 50; row++) {
            List<String> cells = new ArrayList<>(good(row));
            if (row % 10 == 0) {
                cells.set(LedgerFile.COLUMNS.indexOf("严重程度"), "极其严重");
            }
            rows.add(cells);
        }
        Response refused = send(stage, csv(LedgerFile.COLUMNS, rows));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<Integer>>path("violations.row")).containsExactly(11, 21, 31, 41, 51);
    }

    @Test
    void refusesATextThatIsNotOfTheEncodingThatWasDeclared(Stage stage) {
        byte[] gbk = csv(LedgerFile.COLUMNS, good(1)).getBytes(Charset.forName("GB18030"));

        Response wrong = send(stage, "text/csv;charset=UTF-8", gbk, "");
        Response undeclared = send(stage, "text/csv", gbk, "&dryRun=true");
        Response unknown = send(stage, "text/csv;charset=EBCDIC", gbk, "");
        Response right = send(stage, "text/csv;charset=GBK", gbk, "&dryRun=true");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.<String>path("detail")).contains("GB18030");
        assertThat(undeclared.statusCode()).as(undeclared.asString()).isEqualTo(200);
        assertThat(unknown.statusCode()).isEqualTo(415);
        assertThat(right.statusCode()).as(right.asString()).isEqualTo(200);
        assertThat(right.<Integer>path("rows")).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoTable(Stage stage) {
        String good = csv(LedgerFile.COLUMNS, good(1));
        Map<String, String> files = Map.of(
                "nothing",
                "",
                "no header",
                String.join(",", good(1)) + "\r\n",
                "an open quote",
                good + "1,\"自查发现,自查,1,2021-10-12," + CITY + ",描述,环节,一般\r\n",
                "a NUL",
                csv(LedgerFile.COLUMNS, with(good(1), DESCRIPTION, "甲\u0000乙")),
                "a binary",
                "PK\u0003\u0004\u0000\u0000",
                "one endless row",
                "x".repeat(300_000),
                "prose",
                "请查收附件中的台账。\r\n");
        files.forEach((name, text) ->
                assertThat(send(stage, text).statusCode()).as(name).isIn(400, 422));
    }

    @Test
    void refusesOtherMediaTypesAndMoreThanAnUploadMayHold(Stage stage) {
        byte[] file = csv(LedgerFile.COLUMNS, good(1)).getBytes(StandardCharsets.UTF_8);

        assertThat(send(stage, "application/json", file, "").statusCode()).isEqualTo(415);
        assertThat(send(stage, "application/vnd.ms-excel", file, "").statusCode())
                .isEqualTo(415);
        assertThat(send(stage, "text/csv", new byte[64 * 1024 * 1024 + 1], "").statusCode())
                .isEqualTo(413);
    }

    @Test
    void needsACampaignThatIsPublished(Stage stage) {
        String file = csv(LedgerFile.COLUMNS, good(1));
        for (String query : List.of("", "?campaignId=abc", "?campaignId=00000000-0000-7000-8000-000000000000")) {
            Response refused = stage.as(OFFICE)
                    .contentType("text/csv")
                    .body(file.getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/issue-imports" + query);
            assertThat(refused.statusCode()).as(query).isIn(400, 422);
            assertThat(refused.<List<String>>path("violations.field")).contains("campaignId");
        }
    }

    @Test
    void aDryRunSaysWhatWouldBeAndStoresNothing(Stage stage) {
        Response rehearsed =
                send(stage, "text/csv", LedgerFile.of(CITY, 5).getBytes(StandardCharsets.UTF_8), "&dryRun=true");

        assertThat(rehearsed.statusCode()).as(rehearsed.asString()).isEqualTo(200);
        assertThat(rehearsed.<Integer>path("rows")).isEqualTo(5);
        assertThat(rehearsed.<Boolean>path("dryRun")).isTrue();
    }

    private static Response send(Stage stage, String text) {
        return send(stage, "text/csv", text.getBytes(StandardCharsets.UTF_8), "");
    }

    private static Response send(Stage stage, String contentType, byte[] file, String query) {
        return stage.as(OFFICE)
                .contentType(contentType)
                .body(file)
                .post("/api/v1/issue-imports?campaignId=" + stage.campaign().id() + query);
    }

    private static List<String> good(int row) {
        return LedgerFile.row(CITY, row);
    }

    private static List<String> without(List<String> cells, int place) {
        List<String> rest = new ArrayList<>(cells);
        rest.remove(place);
        return rest;
    }

    private static List<String> with(List<String> cells, int place, String value) {
        List<String> changed = new ArrayList<>(cells);
        changed.set(place, value);
        return changed;
    }

    @SafeVarargs
    private static String csv(List<String> header, List<String>... rows) {
        return csv(header, List.of(rows));
    }

    private static String csv(List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(rows);
        return all.stream().map(row -> String.join(",", row) + "\r\n").collect(Collectors.joining());
    }
}
