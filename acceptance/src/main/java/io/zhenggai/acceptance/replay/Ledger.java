package io.zhenggai.acceptance.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The ledger that the province imports: the same for every run, twelve issues of each office. */
final class Ledger {

    static final int ISSUES_PER_OFFICE = 12;

    private static final String HEADER = "序号,问题来源,来源文号,来源条目号,来源日期,所属地区,问题描述,问题类别,严重程度,来源原文";

    /** What a complainant said; it is nobody's number. */
    static final String COMPLAINANT = "王女士（13900001234）";

    private static final String[] SOURCES = {
        "EVALUATION", "PUBLIC_PAIN_POINT", "NATIONAL_CIRCULAR", "PROVINCIAL_BRIEFING",
        "SYSTEM_SCORECARD", "HIDDEN_APPROVAL_CAMPAIGN", "MINI_PROGRAM", "SELF_INSPECTION"
    };
    private static final String[] DESCRIPTIONS = {
        "施工许可核发平均用时超过承诺时限", "联合验收未实现一家牵头、统一受理", "施工图审查意见未一次性告知", "水电气报装未并联办理",
        "审批系统外流转纸质材料", "区域评估成果未共享应用", "中介服务事项未公示收费标准", "竣工备案仍要求重复提交材料"
    };
    private static final String[] CATEGORIES = {"环节", "时间", "成本", "建筑质量控制", "体外循环", "隐性审批", "审批系统", "服务", "政策落实", "其他"};
    private static final String[] SEVERITIES = {"一般", "一般", "较大", "一般", "重大"};

    private Ledger() {}

    /** @return a CSV in the ledger's columns, with a title row above the header as people write it */
    static String csv(List<Office> offices) {
        List<String> lines = new ArrayList<>();
        lines.add("2021年办理建筑许可整改提升行动问题台账");
        lines.add(HEADER);
        int row = 0;
        for (Office office : offices) {
            for (int issue = 0; issue < ISSUES_PER_OFFICE; issue++) {
                lines.add(line(row, issue, office));
                row++;
            }
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String line(int row, int issue, Office office) {
        return String.join(
                ",",
                Integer.toString(row + 1),
                SOURCES[issue % SOURCES.length],
                "第" + (issue / SOURCES.length + 1) + "期",
                office.region() + "-" + (issue + 1),
                LocalDate.of(2021, 10, 8).plusDays(issue % 8).toString(),
                office.name(),
                office.name() + DESCRIPTIONS[issue % DESCRIPTIONS.length],
                CATEGORIES[issue % CATEGORIES.length],
                SEVERITIES[issue % SEVERITIES.length],
                COMPLAINANT + "来电反映：" + DESCRIPTIONS[issue % DESCRIPTIONS.length]);
    }
}
