package io.zhenggai.report.question;

import io.zhenggai.report.figures.ComparedGroup;
import io.zhenggai.report.figures.FigureComparison;
import io.zhenggai.report.figures.FigureGroup;
import io.zhenggai.report.figures.FigureTable;
import io.zhenggai.report.figures.FigureWords;
import io.zhenggai.report.figures.Figures;
import io.zhenggai.report.figures.GroupBy;
import io.zhenggai.report.figures.Period;
import io.zhenggai.report.figures.RankingTable;
import io.zhenggai.report.figures.Rate;
import io.zhenggai.report.trend.FigureTrend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table in Chinese, each rate beside what it is of. What is not there is an empty cell.
 *
 * @param title 标题
 * @param head the titles of the columns
 * @param rows as many cells each as the head has
 */
record FigureSheet(String title, List<String> head, List<List<String>> rows) {

    private static final String TOTAL = "合计";
    private static final List<String> FIGURES = List.of(
            "问题总数",
            "已销号",
            "未销号",
            "销号率",
            "逾期未销号",
            "逾期后销号",
            "逾期合计",
            "有整改时限的问题数",
            "逾期率",
            "曾被退回",
            "曾申请销号",
            "退回率",
            "销号后反弹",
            "反弹率",
            "平均办结天数",
            "办结天数中位数",
            "其中自查发现");

    static FigureSheet of(FigureTable table) {
        Stream<List<String>> groups = table.groups().stream().map(group -> row(List.of(name(group)), group.figures()));
        return new FigureSheet(
                "整改台账统计表",
                head(List.of(title(table.groupBy())), FIGURES),
                Stream.concat(groups, Stream.of(row(List.of(TOTAL), table.total())))
                        .toList());
    }

    static FigureSheet of(RankingTable ranking) {
        return new FigureSheet(
                ranking.filter().ranked() ? "各地整改情况排名表（不含自查发现的问题）" : "各地整改情况排名表",
                head(List.of("名次", "地区"), FIGURES),
                ranking.offices().stream()
                        .map(ranked -> row(
                                List.of(ranked.rank().map(String::valueOf).orElse(""), name(ranked.office())),
                                ranked.office().figures()))
                        .toList());
    }

    /** Two rows for each group: the period asked for, and the one that it is compared with. */
    static FigureSheet of(FigureComparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (ComparedGroup group : comparison.groups()) {
            String name = group.name().orElse(group.key());
            rows.add(row(
                    List.of(name, days(comparison.period())), group.compared().figures()));
            rows.add(row(
                    List.of(name, days(comparison.before())), group.compared().before()));
        }
        rows.add(row(
                List.of(TOTAL, days(comparison.period())), comparison.total().figures()));
        rows.add(row(
                List.of(TOTAL, days(comparison.before())), comparison.total().before()));
        return new FigureSheet("整改台账对比表", head(List.of(title(comparison.groupBy()), "时段"), FIGURES), rows);
    }

    static FigureSheet of(FigureTrend trend) {
        return new FigureSheet(
                "整改台账趋势表",
                List.of("区间", "起始日期", "截止日期", "新增", "销号", "累计登记", "累计销号", "期末未销号", "期末逾期未销号", "期末销号率"),
                trend.points().stream()
                        .map(point -> List.of(
                                point.key(),
                                point.from().toString(),
                                point.to().toString(),
                                number(point.registered()),
                                number(point.closed()),
                                number(point.registeredSoFar()),
                                number(point.closedSoFar()),
                                number(point.open()),
                                number(point.openOverdue()),
                                percent(point.closingRate())))
                        .toList());
    }

    private static List<String> row(List<String> first, Figures figures) {
        return head(
                first,
                List.of(
                        number(figures.total()),
                        number(figures.closed()),
                        number(figures.total() - figures.closed()),
                        percent(figures.closingRate()),
                        number(figures.openOverdue()),
                        number(figures.closedLate()),
                        number(figures.overdue()),
                        number(figures.overdueRate().denominator()),
                        percent(figures.overdueRate()),
                        number(figures.returnRate().numerator()),
                        number(figures.returnRate().denominator()),
                        percent(figures.returnRate()),
                        figures.repeatRate()
                                .map(Rate::numerator)
                                .map(FigureSheet::number)
                                .orElse(""),
                        figures.repeatRate().flatMap(FigureWords::percent).orElse(""),
                        days(figures.daysToClose().tenthsOfDay()),
                        days(figures.daysToClose().medianTenthsOfDay()),
                        number(figures.outOfRanking())));
    }

    private static List<String> head(List<String> first, List<String> others) {
        return Stream.concat(first.stream(), others.stream()).toList();
    }

    private static String title(GroupBy groupBy) {
        return switch (groupBy) {
            case NONE -> "范围";
            case CITY -> "省辖市、示范区";
            case REGION -> "所属地区";
            case SOURCE -> "问题来源";
            case CATEGORY -> "问题类别";
            case SEVERITY -> "严重程度";
            case MONTH -> "登记月份";
            case CLOSING_MONTH -> "销号月份";
        };
    }

    private static String name(FigureGroup group) {
        return group.name().orElse(group.key());
    }

    private static String days(Period period) {
        return period.from() + "至" + period.to();
    }

    private static String days(Optional<Long> tenths) {
        return tenths.map(FigureWords::tenths).orElse("");
    }

    private static String percent(Rate rate) {
        return FigureWords.percent(rate).orElse("");
    }

    private static String number(long number) {
        return Long.toString(number);
    }
}
