package io.zhenggai.issue.intake;

import static io.zhenggai.issue.intake.Workbooks.HEADER;
import static io.zhenggai.issue.intake.Workbooks.ledger;
import static io.zhenggai.issue.intake.Workbooks.row;
import static io.zhenggai.issue.intake.Workbooks.rows;
import static io.zhenggai.issue.intake.Workbooks.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.sheet.CsvSheet;
import io.zhenggai.issue.sheet.Sheet;
import io.zhenggai.issue.sheet.SheetRow;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledgers as LibreOffice saves them, and as nobody should. */
class XlsxLedgerTest {

    private static final Regions REGIONS = Regions.ofHenan();
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String[] ISSUE = {"成绩单", "第1期", "3", "2021-10-18", "郑州市", "施工许可核发超时", "时间", "一般"};

    @Test
    void readsWhatLibreOfficeSaves() {
        List<LedgerRow> rows = read(Workbooks.sheet(saved("ledger.xlsx")));

        assertIsTheLedger(rows);
        assertThat(rows.get(0).issue().description()).isEqualTo("施工许可核发超过承诺时限\n（第二段）");
        assertThat(rows.get(1).issue().description()).isEqualTo("施工许可核发超过承诺时限\n（第二段），未整改");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain-utf8-comma.csv",
                "plain-utf8-mark-comma.csv",
                "plain-utf8-semicolon.csv",
                "plain-gb18030-comma.csv",
                "plain-gb18030-tab.csv"
            })
    void readsEachDialectThatLibreOfficeSaves(String name) {
        assertIsTheLedger(
                read(CsvSheet.of(new ByteArrayInputStream(saved(name)), Optional.empty(), ColumnLayout::isHeader)));
    }

    private static void assertIsTheLedger(List<LedgerRow> rows) {
        assertThat(rows)
                .extracting(
                        row -> row.issue().sourceItem().documentNumber(),
                        row -> row.issue().sourceItem().itemNumber(),
                        row -> row.issue().sourceItem().dated(),
                        row -> row.issue().region(),
                        row -> row.issue().category().chinese(),
                        row -> row.issue().severity().chinese())
                .containsExactly(
                        tuple("第１期", "007", LocalDate.of(2021, 10, 8), "410900", "时间", "一般"),
                        tuple("第１期", "8", LocalDate.of(2021, 10, 9), "410900", "成本", "较大"),
                        tuple("第１期", "9-1", LocalDate.of(2021, 10, 8), "410922", "服务", "重大"));
    }

    @Test
    void aNumberSaysWhatItsFormatSays() {
        byte[] workbook = new Workbooks()
                .part(
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"" + MAIN + "\"><numFmts><numFmt numFmtId=\"170\""
                                + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/><numFmt numFmtId=\"171\""
                                + " formatCode=\"0000\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
                                + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"58\"/><xf numFmtId=\"170\"/>"
                                + "<xf numFmtId=\"171\"/><xf numFmtId=\"22\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>")
                .sheet(
                        "visible",
                        row(
                                1,
                                number(0, "13800001111"),
                                number(0, "1.38E10"),
                                number(0, "0.1"),
                                number(1, "44477"),
                                number(2, "44477"),
                                number(3, "44477"),
                                number(4, "7"),
                                number(5, "44477.75"),
                                number(6, "410900"),
                                number(99, "5"),
                                "<c t=\"b\"><v>1</v></c>",
                                "<c t=\"d\"><v>2021-10-08T00:00:00</v></c>"),
                        "")
                .written();

        assertThat(rows(workbook).get(0).cells())
                .containsExactly(
                        "13800001111",
                        "13800000000",
                        "0.1",
                        "2021-10-08",
                        "2021-10-08",
                        "2021-10-08",
                        "0007",
                        "2021-10-08",
                        "410900",
                        "5",
                        "TRUE",
                        "2021-10-08");
    }

    @Test
    void daysAreCountedFrom1904WhereTheWorkbookSaysSo() {
        String[] asDate = ISSUE.clone();
        asDate[3] = number(1, "43015");
        String[] asNumber = ISSUE.clone();
        asNumber[2] = "4";
        asNumber[3] = number(0, "43015");
        byte[] workbook = new Workbooks()
                .from1904()
                .sheet("visible", HEADER + row(2, asDate) + row(3, asNumber), "")
                .written();

        assertThat(read(Workbooks.sheet(workbook)))
                .extracting(row -> row.issue().sourceItem().dated())
                .containsExactly(LocalDate.of(2021, 10, 8), LocalDate.of(2021, 10, 8));
    }

    @Test
    void textsMayBeSharedInRunsAndEscaped() {
        byte[] workbook = new Workbooks()
                .part(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"" + MAIN + "\"><si><r><t>施工</t></r><r><t xml:space=\"preserve\">许可 </t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>shigong</t></rPh></si><si><t>一_x000A_二</t></si></sst>")
                .sheet("visible", row(1, "<c t=\"s\"><v>0</v></c>", "<c t=\"s\"><v>1</v></c>"), "")
                .written();

        assertThat(rows(workbook).get(0).cells()).containsExactly("施工许可 ", "一\n二");
    }

    @Test
    void cellsStandWhereTheySayAndRowsAreCountedAsTheyAreNumbered() {
        byte[] workbook = new Workbooks()
                .sheet(
                        "visible",
                        "<row r=\"3\"><c r=\"C3\"><v>1</v></c><c r=\"A3\"><v>2</v></c></row><row><c><v>3</v></c></row>",
                        "")
                .written();

        assertThat(rows(workbook))
                .containsExactly(new SheetRow(3, List.of("2", "", "1")), new SheetRow(4, List.of("3")));
    }

    @Test
    void whatIsMergedIsSaidByEachRowButNotByBlankOnesNorOfTitles() {
        String[] second = {"", "", "4", "2021-10-18", "", "另一问题", "时间", ""};
        byte[] workbook = new Workbooks()
                .sheet(
                        "visible",
                        row(1, "台账")
                                + HEADER.replace("r=\"1\"", "r=\"2\"")
                                + row(3, ISSUE)
                                + row(4, second)
                                + row(5, "", ""),
                        "<mergeCells><mergeCell ref=\"A1:H1\"/><mergeCell ref=\"A3:A5\"/><mergeCell ref=\"B3:B5\"/>"
                                + "<mergeCell ref=\"E3:E4\"/><mergeCell ref=\"H3:J5\"/></mergeCells>")
                .written();

        List<LedgerRow> rows = read(Workbooks.sheet(workbook));

        assertThat(rows).extracting(LedgerRow::number).containsExactly(3, 4);
        NewIssue issue = rows.get(1).issue();
        assertThat(issue.region()).isEqualTo("410100");
        assertThat(issue.sourceItem().documentNumber()).isEqualTo("第1期");
        assertThat(issue.severity().chinese()).isEqualTo("一般");
    }

    @Test
    void aFormulaThatFailedIsNamedByRowAndColumnWithWhatElseIsWrong() {
        String[] failed = ISSUE.clone();
        failed[6] = "速度";
        failed[1] = "<c t=\"e\"><f>A9</f><v>#REF!</v></c>";
        failed[5] = "<c t=\"str\"><f>A9</f><v>#N/A</v></c>";

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(Workbooks.sheet(ledger(row(2, failed)))));

        assertThat(refusal.violations())
                .extracting(Violation::row, Violation::field, violation -> violation
                        .message()
                        .zh())
                .containsExactly(
                        tuple(Optional.of(2), "来源文号", "公式出错（#REF!），请改为正确的内容"),
                        tuple(Optional.of(2), "问题描述", "公式出错（#N/A），请改为正确的内容"),
                        tuple(Optional.of(2), "问题类别", "没有这一问题类别：速度"));
    }

    @Test
    void ofSeveralSheetsTheFirstVisibleOneWithAHeaderIsRead() {
        byte[] workbook = new Workbooks()
                .sheet("hidden", HEADER + row(2, ISSUE), "")
                .sheet("veryHidden", HEADER + row(2, ISSUE), "")
                .sheet("visible", row(1, "说明"), "")
                .sheet("visible", HEADER + row(7, ISSUE), "")
                .sheet("visible", HEADER + row(8, ISSUE), "")
                .written();

        assertThat(read(Workbooks.sheet(workbook)))
                .extracting(LedgerRow::number)
                .containsExactly(7);
    }

    @Test
    void aWorkbookWithoutHeaderOrVisibleSheetIsRefusedInWords() {
        assertThat(refused(new Workbooks().sheet("visible", row(1, "说明"), "").written()))
                .contains("没有找到表头");
        assertThat(refused(new Workbooks().sheet("hidden", HEADER, "").written()))
                .contains("没有可见的工作表");
        assertThat(refused(new Workbooks().sheet("visible", "", "").written())).contains("文件是空的");
        assertThat(refused(ledger())).contains("只有表头");
    }

    @Test
    void otherKindsOfFilesAreRefusedInWords() throws Exception {
        byte[] workbook = saved("ledger.xlsx");

        assertThat(refused(saved("ledger.xls"))).contains(".xls", "另存为 .xlsx");
        assertThat(refused(encrypted(workbook))).contains("打开密码");
        assertThat(refused(saved("plain-utf8-comma.csv"))).contains("不是 .xlsx 工作簿");
        assertThat(refused(new byte[0])).contains("不是 .xlsx 工作簿");
        assertThat(refused(Arrays.copyOf(workbook, workbook.length / 2))).contains("已损坏");
        assertThat(refused(new Workbooks()
                        .part("xl/styles.xml", "<styleSheet")
                        .sheet("visible", "", "")
                        .written()))
                .contains("已损坏");
    }

    private static byte[] encrypted(byte[] workbook) throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("密码");
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(workbook);
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            file.writeFilesystem(written);
            return written.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource({"xl/sharedStrings.xml", "xl/styles.xml"})
    void whatUnpacksToTooMuchIsRefused(String part) {
        String bomb = "<x xmlns=\"" + MAIN + "\">" + "<si><t/></si>".repeat(1_400_000) + "</x>";

        assertThat(refused(new Workbooks()
                        .part(part, bomb)
                        .sheet("visible", HEADER, "")
                        .written()))
                .containsAnyOf("内容过多", "文字过多");
    }

    @Test
    void entitiesAreNotExpanded() {
        byte[] workbook = new Workbooks()
                .part(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE sst [<!ENTITY a \"施工\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><sst xmlns=\""
                                + MAIN + "\"><si><t>&a;&f;</t></si></sst>")
                .sheet("visible", HEADER + row(2, "<c t=\"s\"><v>0</v></c>"), "")
                .written();

        assertThat(catchThrowable(() -> rows(workbook))).isInstanceOf(Refusal.class);
    }

    @Test
    void rowsThatNoSheetHasAreRefused() {
        assertThat(refused(ledger(row(2, ISSUE), row(2, ISSUE)))).contains("已损坏");
        assertThat(refused(ledger("<row r=\"1048577\"><c><v>1</v></c></row>"))).contains("已损坏");
        assertThat(refused(ledger("<row r=\"2\"><c r=\"ALM2\"><v>1</v></c></row>")))
                .contains("第 2 行的单元格过多");
        assertThat(refused(ledger(row(2, "长".repeat(32_768))))).contains("文字过多");
        assertThat(refused(ledger("<row r=\"2\"><c t=\"s\"><v>7</v></c></row>")))
                .contains("已损坏");
    }

    /** Whatever is wrong with a file is the file's fault, and said so. */
    @Test
    void aFileBrokenAnywhereIsReadOrRefused() {
        byte[] workbook = saved("ledger.xlsx");
        Random random = new Random(20211019);
        for (int attempt = 0; attempt < 300; attempt++) {
            byte[] broken = workbook.clone();
            for (int i = 0; i <= attempt % 3; i++) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> rows(broken));
            assertThat(thrown == null || thrown instanceof Refusal)
                    .as("attempt %d: %s", attempt, thrown)
                    .isTrue();
        }
    }

    private static String number(int style, String value) {
        return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    private static String refused(byte[] workbook) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(Workbooks.sheet(workbook)));
        assertThat(refusal).isNotNull();
        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        return refusal.detail().zh();
    }

    private static List<LedgerRow> read(Sheet sheet) {
        return new LedgerReader(OtherServices.CAMPAIGN_2021, 2021, REGIONS, issue -> List.of()).read(sheet);
    }
}
