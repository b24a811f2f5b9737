package io.zhenggai.issue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.zhenggai.issue.ledger.FormerEntry;
import io.zhenggai.issue.ledger.IssueStatus;
import io.zhenggai.issue.ledger.LedgerNumber;
import io.zhenggai.issue.ledger.TakeOver;
import io.zhenggai.issue.sheet.CsvDialect;
import io.zhenggai.issue.sheet.CsvSheet;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledgers that were kept until now. */
class ExistingLedgerReaderTest {

    private static final String COMMON = "问题来源,所属地区,问题描述,问题类别,严重程度,";
    private static final String ISSUE = "自查,郑州市,施工许可核发超时,时间,一般,";

    @Test
    void readsAllColumnsOfTheLedger() {
        LedgerRow row = only(
                COMMON + "状态,登记日期,交办日期,整改时限,牵头单位,配合单位,责任人,原因分析,整改目标,整改进展,整改结果,长效措施,销号日期,验收单位,验收人,原台账编号,任务,整改措施,责任领导,备注",
                ISSUE
                        + "已销号,2021-08-30,2021年9月1日,12月31日,住建局,\"资规局、发改委；市政局,资规局\",张建设,未共享,压减,一半,到位,调度,2021/10/1,市工改办,李验收,郑-7,任务一,措施一,王局长,备注一");

        Standing standing = row.standing().orElseThrow();
        assertThat(standing.unlessKnown()).isEmpty();
        assertThat(standing.number()).isEmpty();
        assertThat(standing.takeOver())
                .contains(new TakeOver(
                        IssueStatus.CLOSED,
                        LocalDate.of(2021, 8, 30),
                        LocalDate.of(2021, 9, 1),
                        LocalDate.of(2021, 12, 31),
                        "住建局",
                        List.of("资规局", "发改委", "市政局"),
                        "张建设",
                        "未共享",
                        "压减",
                        "一半",
                        "到位",
                        "调度",
                        LocalDate.of(2021, 10, 1),
                        "李验收",
                        new FormerEntry("郑-7", "市工改办", "任务一", "措施一", "王局长", "备注一")));
    }

    @Test
    void theNumberIsTheFormerOneAndOfThisLedgersFormOneThatItIsKnownBy() {
        Standing ours = standing(COMMON + "台账编号,状态", ISSUE + "ZG2021-410100-0007,待交办");
        Standing another = standing(COMMON + "台账编号,状态", ISSUE + "7,待交办");
        Standing former = standing(COMMON + "原台账编号,状态", ISSUE + "ZG2021-410100-0007,待交办");

        assertThat(ours.number()).contains(new LedgerNumber(2021, "410100", 7));
        assertThat(ours.takeOver().orElseThrow().former().number()).isEqualTo("ZG2021-410100-0007");
        assertThat(another.number()).isEmpty();
        assertThat(another.takeOver().orElseThrow().former().number()).isEqualTo("7");
        assertThat(former.number()).isEmpty();
        assertThat(former.takeOver().orElseThrow().former().number()).isEqualTo("ZG2021-410100-0007");
    }

    @ParameterizedTest
    @CsvSource({
        "已登记,REGISTERED",
        "待交办,REGISTERED",
        "已交办,ASSIGNED",
        "待签收,ASSIGNED",
        "已签收,ACKNOWLEDGED",
        "整改中,IN_RECTIFICATION",
        "正在 整改,IN_RECTIFICATION",
        "in_rectification,IN_RECTIFICATION",
        "待验收,CLOSE_OUT_REQUESTED",
        "申请销号,CLOSE_OUT_REQUESTED",
        "初审通过,FIRST_REVIEWED",
        "已销号,CLOSED",
        "不予受理,REJECTED",
        "已合并,MERGED",
        "长期坚持,LONG_TERM"
    })
    void statesAreReadAsPeopleWriteThem(String text, IssueStatus status) {
        assertThat(StatusTerms.status(text)).contains(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"已整改", "整改完成", "已办结", " 已 完 成 "})
    void whetherItWasVerifiedIsAsked(String text) {
        assertThat(StatusTerms.status(text)).isEmpty();
        assertThat(StatusTerms.unknown(text).zh()).contains("是否已验收销号", "请写“已销号”");
    }

    @Test
    void whatIsWrongWithItsStateIsKeptForTheCaseThatItIsNotKnown() {
        Standing standing = standing(COMMON + "状态,交办日期,整改时限", ISSUE + "处理中,昨天,尽快");

        assertThat(standing.takeOver()).isEmpty();
        assertThat(standing.unlessKnown())
                .extracting(Violation::field, violation -> violation.row().orElseThrow())
                .containsExactly(tuple("状态", 2), tuple("交办日期", 2), tuple("整改时限", 2));
        assertThat(standing(COMMON + "状态", ISSUE).unlessKnown())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.message().zh()).isEqualTo("必须填写"));
    }

    @Test
    void rulesOfStatesAreToldByColumn() {
        CsvSheet sheet = sheet(COMMON + "状态,验收单位", ISSUE + "整改中,市工改办");
        Findings findings = new Findings();
        List<LedgerRow> rows = new ArrayList<>();

        reader().ofExisting(takeOver -> List.of(
                        Violation.of("verifiedBy", String.valueOf(takeOver.verifiedBy()), ""),
                        Violation.of("cooperatingUnits[1]", "b", ""),
                        Violation.of("former.remarks", "c", "")))
                .read(sheet, 10, findings, chunk -> rows.addAll(chunk.good()));

        assertThat(findings.count()).isZero();
        assertThat(rows.get(0).standing().orElseThrow().unlessKnown())
                .extracting(Violation::field, violation -> violation.message().zh())
                .containsExactly(tuple("验收人", "null"), tuple("配合单位", "b"), tuple("备注", "c"));
    }

    @Test
    void whatIsWrongWithTheIssueAndWithHowItStoodIsToldTogether() {
        Findings findings = new Findings();

        reader().ofExisting(takeOver -> List.of(
                        Violation.of("closedOn", "销号的须填写销号日期", ""), Violation.of("verifiedBy", "销号的须填写验收人", "")))
                .read(sheet(COMMON + "状态,销号日期", ISSUE.replace("时间", "速度") + "已销号,昨天"), 10, findings, chunk -> {});

        assertThat(findings.refusal(ProblemType.UNPROCESSABLE).violations())
                .extracting(Violation::field)
                .containsExactly("问题类别", "销号时间", "验收人");
    }

    /** By its number it may be in the ledger, and is passed over then, whatever its state says. */
    @Test
    void ofAnUnreadableRowWithANumberNothingIsToldOfItsState() {
        Findings findings = new Findings();

        reader().ofExisting(takeOver -> List.of(Violation.of("verifiedBy", "销号的须填写验收人", "")))
                .read(
                        sheet(COMMON + "台账编号,状态", ISSUE.replace("时间", "速度") + "ZG2021-410100-0007,已销号"),
                        10,
                        findings,
                        chunk -> {});

        assertThat(findings.refusal(ProblemType.UNPROCESSABLE).violations())
                .extracting(Violation::field)
                .containsExactly("问题类别");
    }

    @Test
    void aFormulaThatFailedInTheColumnOfStatesIsToldOnce() {
        Findings findings = new Findings();

        existing().read(sheet(COMMON + "状态,整改时限", ISSUE + "#REF!,#N/A"), 10, findings, chunk -> {});

        assertThat(findings.refusal(ProblemType.UNPROCESSABLE).violations())
                .extracting(Violation::field, violation -> violation.message().zh())
                .containsExactly(tuple("整改时限", "公式出错（#N/A），请改为正确的内容"), tuple("状态", "公式出错（#REF!），请改为正确的内容"));
    }

    @Test
    void rowsThatReadAlikeMayBeDifferentOnesByTheirNumbers() {
        List<LedgerRow> rows =
                rows(COMMON + "台账编号,状态", ISSUE + "ZG2021-410100-0007,待交办", ISSUE + "ZG2021-410100-0008,待交办");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).isWrongUnlessKnown()).isFalse();
        assertThat(rows.get(1).standing().orElseThrow().unlessKnown())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.message().zh()).startsWith("与第 2 行重复"));
    }

    @Test
    void thereIsAColumnOfStatesAndNoTelephoneNumber() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> rows(COMMON, ISSUE));
        Findings findings = new Findings();

        existing().read(sheet(COMMON + "状态,联系电话", ISSUE + "待交办,13800138000"), 10, findings, chunk -> {});

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("状态");
        assertThat(findings.count()).isEqualTo(1);
    }

    @Test
    void whatIsNewToEverybodyHasNoState() {
        Findings findings = new Findings();

        reader().read(sheet(COMMON + "交办日期,状态", ISSUE + "2021-09-01,"), 10, findings, chunk -> {});

        assertThat(findings.refusal(ProblemType.UNPROCESSABLE).violations())
                .extracting(Violation::field)
                .containsExactly("交办日期");
    }

    @Test
    void apostrophesOfAnExportAreNoneOfTheText() {
        PlainSheet sheet = new PlainSheet(sheet("'=1+1,'一,'- 整改", "'"));

        assertThat(sheet.next().orElseThrow().cells()).containsExactly("=1+1", "'一", "- 整改");
        assertThat(sheet.next().orElseThrow().cells()).containsExactly("'");
    }

    private static Standing standing(String... lines) {
        return only(lines).standing().orElseThrow();
    }

    private static LedgerRow only(String... lines) {
        List<LedgerRow> rows = rows(lines);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<LedgerRow> rows(String... lines) {
        return existing().read(sheet(lines));
    }

    private static LedgerReader existing() {
        return reader().ofExisting(takeOver -> List.of());
    }

    private static LedgerReader reader() {
        return new LedgerReader(OtherServices.CAMPAIGN_2021, 2021, Regions.ofHenan(), issue -> List.of());
    }

    private static CsvSheet sheet(String... lines) {
        byte[] text = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        return new CsvSheet(new ByteArrayInputStream(text), new CsvDialect(StandardCharsets.UTF_8, ','));
    }
}
