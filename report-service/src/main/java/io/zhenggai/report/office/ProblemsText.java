package io.zhenggai.report.office;

import io.zhenggai.report.figures.FigureGroup;
import io.zhenggai.report.figures.FigureWords;
import io.zhenggai.report.figures.Figures;
import io.zhenggai.report.figures.LedgerFigures;
import io.zhenggai.report.figures.Rate;
import java.util.List;
import java.util.stream.Collectors;

/** The second part: how many problems of which kind, and what became of them. */
final class ProblemsText {

    private ProblemsText() {}

    static String of(String office, OfficeFigures figures) {
        String asOf = "截至" + OfficialWords.date(figures.today()) + "，" + office;
        LedgerFigures ledger = figures.ledger();
        if (ledger.figures().total() == 0) {
            return asOf + "整改台账未登记问题。";
        }
        return asOf + "整改台账" + OfficialWords.closing(ledger.figures()) + "。" + groups(ledger)
                + handling(ledger.figures());
    }

    private static String groups(LedgerFigures ledger) {
        return "按问题来源分，" + list(ledger.bySource()) + "；按问题类别分，" + list(ledger.byCategory()) + "；按严重程度分，"
                + list(ledger.bySeverity()) + "。";
    }

    private static String list(List<FigureGroup> groups) {
        return groups.stream()
                .map(group -> group.name().orElse("“" + group.key() + "”")
                        + group.figures().total() + "个（已销号" + group.figures().closed() + "个）")
                .collect(Collectors.joining("、"));
    }

    /** Only what there is: an office need not report that nothing was late. */
    private static String handling(Figures ledger) {
        StringBuilder text = new StringBuilder();
        ledger.daysToClose().tenthsOfDay().ifPresent(tenths -> text.append("已销号问题平均办结用时")
                .append(FigureWords.tenths(tenths))
                .append("天。"));
        if (ledger.returnRate().numerator() > 0) {
            text.append("经审核退回继续整改的问题").append(ledger.returnRate().numerator()).append("个。");
        }
        long cameBack = ledger.repeatRate().map(Rate::numerator).orElse(0L);
        if (cameBack > 0) {
            text.append("销号后又反弹的问题").append(cameBack).append("个。");
        }
        if (ledger.closedLate() > 0) {
            text.append("逾期后销号的问题").append(ledger.closedLate()).append("个。");
        }
        if (ledger.openOverdue() > 0) {
            text.append("尚有逾期未销号的问题").append(ledger.openOverdue()).append("个，正在抓紧整改。");
        }
        return text.toString();
    }
}
