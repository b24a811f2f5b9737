package io.zhenggai.report.office;

import io.zhenggai.report.figures.Figures;
import io.zhenggai.report.filing.PlanFigures;

/** The first part: what was set up. */
final class PracticesText {

    private PracticesText() {}

    static String of(String office, String campaign, OfficeFigures figures) {
        return "按照《" + campaign + "》部署，" + office + plan(figures.plan())
                + ledger(figures.ledger().figures());
    }

    /** A plan that was not filed yet is not spoken of. */
    private static String plan(PlanFigures plan) {
        if (plan.firstSubmittedOn().isEmpty()) {
            return "";
        }
        return "制定整改方案"
                + plan.documentNumber().map(number -> "（" + number + "）").orElse("") + "，明确目标" + plan.goals() + "项、任务"
                + plan.tasks() + "项、措施" + plan.measures() + "条；";
    }

    private static String ledger(Figures ledger) {
        return ledger.total() == 0 ? "建立问题整改台账，目前未登记问题。" : "建立问题整改台账，" + OfficialWords.closing(ledger) + "。";
    }
}
