package io.zhenggai.issue.intake;

import static io.zhenggai.issue.intake.CsvLedgers.HEADER;
import static io.zhenggai.issue.intake.CsvLedgers.REGIONS;
import static io.zhenggai.issue.intake.CsvLedgers.ROW;
import static io.zhenggai.issue.intake.CsvLedgers.read;
import static io.zhenggai.issue.intake.CsvLedgers.reader;
import static io.zhenggai.issue.intake.CsvLedgers.refusal;
import static io.zhenggai.issue.intake.CsvLedgers.refused;
import static io.zhenggai.issue.intake.CsvLedgers.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.zhenggai.issue.ledger.Category;
import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.Severity;
import io.zhenggai.issue.sheet.CsvDialect;
import io.zhenggai.issue.sheet.CsvSheet;
import io.zhenggai.issue.sheet.Sheet;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerReaderTest {

    @Test
    void readsTheLedgersColumns() {
        List<LedgerRow> rows = read(HEADER, ROW);

        assertThat(rows).hasSize(1);
        NewIssue issue = rows.get(0).issue();
        assertThat(rows.get(0).number()).isEqualTo(2);
        assertThat(issue.campaignId()).isEqualTo(OtherServices.CAMPAIGN_2021);
        assertThat(issue.region()).isEqualTo("410100");
        assertThat(issue.description()).isEqualTo("施工许可核发超时");
        assertThat(issue.category()).isEqualTo(Category.TIME);
        assertThat(issue.severity()).isEqualTo(Severity.GENERAL);
        assertThat(issue.sourceItem().source()).isEqualTo(IssueSource.SYSTEM_SCORECARD);
        assertThat(issue.sourceItem().documentNumber()).isEqualTo("第1期");
        assertThat(issue.sourceItem().itemNumber()).isEqualTo("3");
        assertThat(issue.sourceItem().dated()).isEqualTo(LocalDate.of(2021, 10, 18));
        assertThat(issue.sourceItem().textReceived()).isNull();
    }

    @Test
    void columnsStandInAnyOrderBelowTitlesAndBlankRows() {
        List<LedgerRow> rows = read(
                "2021年办理建筑许可整改提升行动问题台账,,,,",
                "填报单位（盖章）：郑州市工改办,填报人：张三,填报日期：2021-10-20,,",
                "",
                "严重程度*,问题类别,问题描述（不超过2000字）, 所 属 地 区 ,问题来源",
                "一般,时间,\"第一行",
                "第二行，含\"\"引号\"\"\",410181,SELF_INSPECTION",
                ",,,,",
                "重大,体外循环,另一问题,巩义,自查发现");

        assertThat(rows)
                .extracting(LedgerRow::number, row -> row.issue().region(), row -> row.issue()
                        .description())
                .containsExactly(tuple(5, "410181", "第一行\r\n第二行，含\"引号\""), tuple(7, "410181", "另一问题"));
        assertThat(rows.get(0).issue().sourceItem().dated()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "营商环境评价,EVALUATION",
        "全省营商环境评价,EVALUATION",
        "evaluation,EVALUATION",
        "企业和群众反映强烈的问题,PUBLIC_PAIN_POINT",
        "工作通报,NATIONAL_CIRCULAR",
        "省工作简报,PROVINCIAL_BRIEFING",
        "审批系统运行成绩单,SYSTEM_SCORECARD",
        "专项整治,HIDDEN_APPROVAL_CAMPAIGN",
        "微信小程序,MINI_PROGRAM",
        "自查,SELF_INSPECTION",
        "调研督导发现,OTHER_SUPERVISION",
        "ＳＥＬＦ_INSPECTION,SELF_INSPECTION"
    })
    void sourcesAreNamedByCodeAndInWords(String text, IssueSource source) {
        assertThat(LedgerTerms.source(text)).contains(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-10-08",
                "2021/10/8",
                "2021.10.8",
                "2021年10月8日",
                "２０２１-10-8",
                "2021年10月08日",
                "10月8日",
                "１０月８日",
                "44477",
                "44477.375"
            })
    void datesAreWrittenInManyWays(String text) {
        assertThat(new LedgerTerms(REGIONS, 2021, Sheet.DAY_ZERO).date(text)).contains(LocalDate.of(2021, 10, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-02-29",
                "2021-13-01",
                "2月29日",
                "13月1日",
                "29999",
                "80000",
                "4447",
                "2021-10",
                "2021-10/8",
                "昨天",
                ""
            })
    void whatIsNoDateIsNotGuessed(String text) {
        assertThat(new LedgerTerms(REGIONS, 2021, Sheet.DAY_ZERO).date(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "存在的问题,DESCRIPTION",
        "完成时限,DEADLINE",
        "责任单位,LEAD_UNIT",
        "问题类型,CATEGORY",
        "属地,REGION",
        "发现时间,DATED",
        "来文文号,DOCUMENT_NUMBER"
    })
    void columnsAreKnownByTheirCommonNames(String title, LedgerColumn column) {
        assertThat(LedgerColumn.of(title)).contains(column);
    }

    @Test
    void missingColumnsAreNamed() {
        Refusal refusal = refused(ProblemType.INVALID_REQUEST, "台账", "序号,问题来源,来源文号,所属地区", "1,成绩单,1,郑州");

        assertThat(refusal.violations())
                .extracting(Violation::field, Violation::row)
                .containsExactly(
                        tuple("问题描述", Optional.of(2)), tuple("问题类别", Optional.of(2)), tuple("严重程度", Optional.of(2)));
    }

    @Test
    void unknownAndDoubleColumnsAreNamed() {
        Refusal refusal = refused(ProblemType.INVALID_REQUEST, HEADER + ",督办领导,严重程度", ROW + ",张三,一般");

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("督办领导", "严重程度");
    }

    @Test
    void aFileWithoutHeaderOrRowsIsRefused() {
        assertThat(refused(ProblemType.INVALID_REQUEST, "").detail().zh()).contains("空");
        assertThat(refused(ProblemType.INVALID_REQUEST, "", ",,").detail().zh()).contains("空");
        assertThat(refused(ProblemType.INVALID_REQUEST, HEADER).detail().zh()).contains("只有表头");
        assertThat(refused(ProblemType.INVALID_REQUEST, ROW, ROW).detail().zh()).contains("没有找到表头", "问题描述");
        assertThat(refused(ProblemType.INVALID_REQUEST, "x\n".repeat(30) + HEADER, ROW)
                        .detail()
                        .zh())
                .contains("没有找到表头");
        assertThat(read("x\n".repeat(29) + HEADER, ROW)).hasSize(1);
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedByItsRow() {
        assertThat(refused(ProblemType.INVALID_REQUEST, HEADER, ROW, "2,\"成绩单,第2期")
                        .detail()
                        .zh())
                .contains("第 3 行", "引号");
        assertThat(refused(ProblemType.INVALID_REQUEST, HEADER, "2,\"成绩单\"x,第2期")
                        .detail()
                        .zh())
                .contains("第 2 行", "引号");
        assertThat(refused(ProblemType.INVALID_REQUEST, HEADER, ROW, "2,\"" + "长".repeat(150_000))
                        .detail()
                        .zh())
                .contains("第 3 行过长");
        assertThat(refused(ProblemType.INVALID_REQUEST, HEADER, ",".repeat(150_000))
                        .detail()
                        .zh())
                .contains("第 2 行过长");
    }

    @Test
    void anUploadThatBreaksOffIsNoFaultOfTheFile() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream((HEADER + "\n").getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> reader().read(new CsvSheet(broken, new CsvDialect(StandardCharsets.UTF_8, ','))));

        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(refusal.detail().zh()).contains("上传中断");
    }

    @Test
    void twentyThousandRowsAreTheMost() {
        assertThat(read(HEADER, rows(20_000))).hasSize(20_000);
        assertThat(refused(ProblemType.INVALID_REQUEST, HEADER, rows(20_001))
                        .detail()
                        .zh())
                .contains("20000");
    }

    @Test
    void whatIsNotImportedYetDoesNotVanish() {
        Refusal refusal = refused(
                ProblemType.UNPROCESSABLE,
                HEADER + ",状态,备注,责任人,",
                ROW + ",,,,",
                ROW.replace("第1期", "第2期") + ",已销号,,张三,",
                ROW.replace("第1期", "第3期") + ",,,,多出来");

        assertThat(refusal.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(
                        tuple(Optional.of(3), "责任人"), tuple(Optional.of(3), "状态"), tuple(Optional.of(4), "第 13 列"));
        assertThat(refusal.violations().get(0).message().zh()).contains("暂不支持导入");
    }

    @Test
    void rowsMayLackEmptyCellsAtTheirEnd() {
        assertThat(read(HEADER + ",备注", ROW)).hasSize(1);
        assertThat(refused(ProblemType.UNPROCESSABLE, HEADER, "1,成绩单,第1期,3,2021-10-18,郑州市,描述")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("问题类别", "严重程度");
        assertThat(refused(ProblemType.UNPROCESSABLE, HEADER, ROW + ",x").violations())
                .extracting(Violation::field)
                .containsExactly("第 10 列");
    }

    @Test
    void everyWrongCellIsNamedByRowAndColumn() {
        Refusal refusal = refused(ProblemType.UNPROCESSABLE, HEADER, "1,道听途说,第1期,3,昨天,郑洲市, ,速度,很大", ROW, ",,,,,,x,,");

        assertThat(refusal.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(
                        tuple(Optional.of(2), "问题来源"),
                        tuple(Optional.of(2), "问题类别"),
                        tuple(Optional.of(2), "严重程度"),
                        tuple(Optional.of(2), "所属地区"),
                        tuple(Optional.of(2), "来源日期"),
                        tuple(Optional.of(2), "问题描述"),
                        tuple(Optional.of(4), "问题来源"),
                        tuple(Optional.of(4), "问题类别"),
                        tuple(Optional.of(4), "严重程度"),
                        tuple(Optional.of(4), "所属地区"));
        assertThat(refusal.members()).containsEntry("violationCount", 10);
        assertThat(refusal.violations().get(3).message().zh()).isEqualTo("没有这一地区：郑洲市");
    }

    /** Whoever puts the cells right does not send the file twice: what can be read is held against the rules as well. */
    @Test
    void whatCannotBeReadHidesNoBrokenRuleOfAnotherColumn() {
        Function<NewIssue, List<Violation>> rules = issue -> List.of(
                Violation.of("region", "没有这一地区", "no such region"),
                Violation.of("category", "不适用", "does not apply"),
                Violation.of("description", "不能超过 2000 个字", "too long"));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader(rules)
                .read(sheet(HEADER, ROW.replace("郑州市", "火星").replace("时间", "速度"))));

        assertThat(refusal.violations())
                .extracting(Violation::field, violation -> violation.message().zh())
                .containsExactly(
                        tuple("问题类别", "没有这一问题类别：速度"), tuple("所属地区", "没有这一地区：火星"), tuple("问题描述", "不能超过 2000 个字"));
    }

    @Test
    void aRowThatOnlyHasItsNumberIsNone() {
        assertThat(read(HEADER + ",错误原因", "1,,,,,,,,,必须填写", ROW.replace("1,", "2,"), "3", "4,, ,,,"))
                .extracting(LedgerRow::number)
                .containsExactly(3);
        assertThat(refused(ProblemType.INVALID_REQUEST, HEADER, "1", "2")
                        .detail()
                        .zh())
                .contains("只有表头");
    }

    @Test
    void brokenRulesAreNamedByTheColumnOfTheirField() {
        Function<NewIssue, List<Violation>> rules = issue -> List.of(
                Violation.of("region", "没有这一地区", "no such region"),
                Violation.of("sourceItem.documentNumber", "此类来源须填写来源文号", "required"),
                Violation.of("sourceItem.textReceived", "过长", "too long"));

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> reader(rules).read(sheet(HEADER, ROW)));

        assertThat(refusal.violations())
                .extracting(Violation::field, violation -> violation.message().zh())
                .containsExactly(tuple("所属地区", "没有这一地区：郑州市"), tuple("来源文号", "此类来源须填写来源文号"), tuple("来源原文", "过长"));
    }

    @Test
    void twoHundredFindingsAreListedAndAllAreCounted() {
        String wrong = IntStream.range(0, 300)
                .mapToObj(row -> ROW.replace("时间", "速度").replace("第1期", "第" + row + "期"))
                .collect(Collectors.joining("\n"));

        Refusal refusal = refused(ProblemType.UNPROCESSABLE, HEADER, wrong);

        assertThat(refusal.violations()).hasSize(200);
        assertThat(refusal.members()).containsEntry("violationCount", 300);
    }

    @Test
    void aRowThatRepeatsAnotherNamesBoth() {
        Refusal refusal = refused(ProblemType.UNPROCESSABLE, HEADER, ROW, ROW.replace("超时", "又超时"));

        assertThat(refusal.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(Optional.of(3), "来源条目号"));
        assertThat(refusal.violations().get(0).message().zh()).contains("第 2 行");
    }

    @Test
    void withoutADocumentOnlyTheSameWordsRepeat() {
        String own = "1,自查,,,2021-10-18,郑州市,施工许可核发超时,时间,一般";

        assertThat(read(HEADER, own, own.replace("超时", "又超时"), own.replace("10-18", "10-19")))
                .hasSize(3);
        assertThat(refused(ProblemType.UNPROCESSABLE, HEADER, own, own.replace("1,自查", "2,自查"))
                        .violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(Optional.of(3), "问题描述"));
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> row + ROW.substring(1).replace("第1期", "第" + row + "期"))
                .collect(Collectors.joining("\n"));
    }
}
