package io.zhenggai.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.report.figures.Average;
import io.zhenggai.report.figures.FigureGroup;
import io.zhenggai.report.figures.Figures;
import io.zhenggai.report.figures.LedgerFigures;
import io.zhenggai.report.figures.Rate;
import io.zhenggai.report.filing.PlanFigures;
import io.zhenggai.report.query.FigureQuery;
import io.zhenggai.report.training.TrainingFigures;
import io.zhenggai.report.training.TrainingFigures.TrainedCounty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProposedTextsTest {

    private static final String CAMPAIGN = "2021年河南省办理建筑许可整改提升工作方案";
    private static final FigureQuery QUERY = new FigureQuery("any", new TreeMap<>(), List.of());
    private static final PlanFigures NO_PLAN = plan(Optional.empty(), Optional.empty());
    private static final TrainingFigures NO_TRAINING =
            new TrainingFigures(0, 0, 0, Optional.empty(), Optional.empty(), List.of(), List.of(), 0, QUERY);

    @Test
    void saysWhatWasDone() {
        Figures ledger = figures(12, 10, 1, 2, 3, 165);
        LedgerFigures groups = new LedgerFigures(
                ledger,
                List.of(
                        group("SYSTEM_SCORECARD", "审批系统运行成绩单", figures(8, 7, 0, 0, 0, 0)),
                        new FigureGroup("A_SOURCE_OF_2030", Optional.empty(), figures(4, 3, 0, 0, 0, 0))),
                List.of(group("TIME", "时间", ledger)),
                List.of(group("GENERAL", "一般", ledger)),
                List.of(),
                QUERY);
        PlanFigures plan = plan(Optional.of(LocalDate.of(2021, 10, 28)), Optional.of("郑州市工改办〔2021〕15号"));
        TrainingFigures training = new TrainingFigures(
                2,
                140,
                3,
                Optional.of(LocalDate.of(2021, 11, 16)),
                Optional.of(LocalDate.of(2021, 11, 24)),
                List.of("住建局", "政务服务局"),
                List.of(new TrainedCounty("410181", Optional.of("巩义市"))),
                1,
                QUERY);

        ProposedTexts texts = texts(groups, plan, training);

        assertThat(texts.practices())
                .isEqualTo("按照《2021年河南省办理建筑许可整改提升工作方案》部署，郑州市制定整改方案（郑州市工改办〔2021〕15号），"
                        + "明确目标1项、任务2项、措施3条；建立问题整改台账，共登记问题12个，已销号10个，未销号2个，销号率83.3%。");
        assertThat(texts.problems())
                .isEqualTo("截至2021年12月24日，郑州市整改台账共登记问题12个，已销号10个，未销号2个，销号率83.3%。"
                        + "按问题来源分，审批系统运行成绩单8个（已销号7个）、“A_SOURCE_OF_2030”4个（已销号3个）；"
                        + "按问题类别分，时间12个（已销号10个）；按严重程度分，一般12个（已销号10个）。"
                        + "已销号问题平均办结用时16.5天。经审核退回继续整改的问题3个。销号后又反弹的问题2个。逾期后销号的问题2个。"
                        + "尚有逾期未销号的问题1个，正在抓紧整改。");
        assertThat(texts.training())
                .isEqualTo("郑州市于2021年11月16日至2021年11月24日组织开展培训2次，培训140人次，邀请专家3人次。"
                        + "参加培训的市直有关单位2家：住建局、政务服务局。参加培训的县（市、区）、开发区1个：巩义市。"
                        + "参加省级组织的针对性培训1次。");
    }

    @Test
    void saysThatAllIsClosedWithoutANumberTwice() {
        ProposedTexts texts = texts(ledger(figures(3, 3, 0, 0, 0, 20)), NO_PLAN, NO_TRAINING);

        assertThat(texts.problems())
                .startsWith("截至2021年12月24日，郑州市整改台账共登记问题3个，已全部销号。")
                .endsWith("已销号问题平均办结用时2天。");
    }

    @Test
    void saysNothingThatIsNotThere() {
        ProposedTexts texts = texts(ledger(figures(0, 0, 0, 0, 0, 0)), NO_PLAN, NO_TRAINING);

        assertThat(texts.practices()).isEqualTo("按照《2021年河南省办理建筑许可整改提升工作方案》部署，郑州市建立问题整改台账，目前未登记问题。");
        assertThat(texts.problems()).isEqualTo("截至2021年12月24日，郑州市整改台账未登记问题。");
        assertThat(texts.training()).isEqualTo("郑州市尚未登记培训情况。");
    }

    @Test
    void roundingNeverMakesAWholeOfLess() {
        assertThat(OfficialWords.percent(Rate.of(2_999, 3_000))).isEqualTo("99.9%");
        assertThat(OfficialWords.percent(Rate.of(3_000, 3_000))).isEqualTo("100%");
        assertThat(OfficialWords.percent(Rate.of(1, 2))).isEqualTo("50%");
    }

    private static ProposedTexts texts(LedgerFigures ledger, PlanFigures plan, TrainingFigures training) {
        OfficeFigures figures = new OfficeFigures(
                Instant.parse("2021-12-24T07:00:00Z"), LocalDate.of(2021, 12, 24), ledger, plan, training);
        return ProposedTexts.of("郑州市", CAMPAIGN, figures);
    }

    private static PlanFigures plan(Optional<LocalDate> submitted, Optional<String> number) {
        return new PlanFigures(
                Optional.of("ACCEPTED"), number, 1, 2, 3, submitted, 0, Optional.empty(), Optional.empty(), QUERY);
    }

    private static LedgerFigures ledger(Figures total) {
        return new LedgerFigures(total, List.of(), List.of(), List.of(), List.of(), QUERY);
    }

    private static FigureGroup group(String key, String name, Figures figures) {
        return new FigureGroup(key, Optional.of(name), figures);
    }

    private static Figures figures(
            long total, long closed, long openOverdue, long closedLate, long returned, long tenthsOfDay) {
        return new Figures(
                total,
                closed,
                Rate.of(closed, total),
                openOverdue,
                closedLate,
                openOverdue + closedLate,
                Rate.of(openOverdue + closedLate, total),
                Rate.of(returned, total),
                Optional.of(Rate.of(closed / 5, closed)),
                tenthsOfDay == 0
                        ? Average.of(0, 0, Optional.empty())
                        : new Average(tenthsOfDay * closed / 10, closed, Optional.of(tenthsOfDay), Optional.empty()),
                0,
                Optional.of(0L));
    }
}
