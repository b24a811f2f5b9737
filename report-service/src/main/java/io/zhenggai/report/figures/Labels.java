package io.zhenggai.report.figures;

import static java.util.Map.entry;

import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import java.util.Map;
import java.util.Optional;

/** What the keys of groups are called in Chinese. */
public final class Labels {

    private static final Map<String, String> SOURCES = Map.ofEntries(
            entry("EVALUATION", "全省营商环境评价"),
            entry("PUBLIC_PAIN_POINT", "企业和群众反映强烈的问题"),
            entry("NATIONAL_CIRCULAR", "国家工作通报"),
            entry("PROVINCIAL_BRIEFING", "省工作简报"),
            entry("SYSTEM_SCORECARD", "审批系统运行成绩单"),
            entry("HIDDEN_APPROVAL_CAMPAIGN", "体外循环和隐性审批专项整治"),
            entry("MINI_PROGRAM", "建议和投诉微信小程序"),
            entry("SELF_INSPECTION", "自查发现"),
            entry("OTHER_SUPERVISION", "调研督导发现"));
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            entry("PROCEDURES", "环节"),
            entry("TIME", "时间"),
            entry("COST", "成本"),
            entry("QUALITY_CONTROL", "建筑质量控制"),
            entry("OFF_SYSTEM", "体外循环"),
            entry("HIDDEN_APPROVAL", "隐性审批"),
            entry("SYSTEM_PLATFORM", "审批系统"),
            entry("SERVICE", "服务"),
            entry("POLICY", "政策落实"),
            entry("OTHER", "其他"));
    private static final Map<String, String> SEVERITIES = Map.of("GENERAL", "一般", "SERIOUS", "较大", "MAJOR", "重大");

    private final Regions regions;

    /** Names regions as that table does. */
    public Labels(Regions regions) {
        this.regions = regions;
    }

    /** @return the name; empty for a key that is not known here, and for months */
    public Optional<String> of(GroupBy groupBy, String key) {
        return switch (groupBy) {
            case NONE, MONTH, CLOSING_MONTH -> Optional.empty();
            case CITY, REGION ->
                key.matches("[1-9]\\d{5}") ? regions.find(new RegionCode(key)).map(Region::name) : Optional.empty();
            case SOURCE -> Optional.ofNullable(SOURCES.get(key));
            case CATEGORY -> Optional.ofNullable(CATEGORIES.get(key));
            case SEVERITY -> Optional.ofNullable(SEVERITIES.get(key));
        };
    }
}
