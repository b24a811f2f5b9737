package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.SupervisedIssue;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Documents as they are drafted 代拟稿: a person may change every word before it is signed. Ledger numbers and days, nothing of an issue's text. */
final class SupervisionText {

    /** In a draft, for the day that is known once it is signed. */
    static final String REPLY_BY = "【回复期限】";

    private static final String NONE = "";

    private final Regions regions;

    SupervisionText(Regions regions) {
        this.regions = regions;
    }

    /**
     * @param since the day that was missed, where the cause is one
     * @return the body, without head, number and signature
     */
    String draft(
            SupervisionKind kind,
            @Nullable SupervisionCause cause,
            @Nullable LocalDate since,
            List<SupervisedIssue> issues,
            Route to) {
        String ground = issues.size() == 1 ? ground(cause, since) : NONE;
        String list = list(issues);
        return switch (kind) {
            case PROMPT_LETTER ->
                addressee(to) + "：\n经核查，下列问题" + orElse(ground, "办理进度滞后") + "：\n" + list + "请高度重视，抓紧办理，并于" + REPLY_BY
                        + "前书面回复办理情况。";
            case SUPERVISION_SLIP ->
                addressee(to) + "：\n下列问题" + orElse(ground, "办理进度滞后") + "，现予督办：\n" + list + "请查明原因，明确责任和完成时限，限期整改到位，并于"
                        + REPLY_BY + "前书面报告整改情况。";
            case TALK ->
                addressee(to) + "：\n因下列问题" + orElse(ground, "整改推进不力") + "，决定对你单位有关负责同志进行约谈：\n" + list + "请做好准备，并于"
                        + REPLY_BY + "前书面报告约谈事项落实情况。";
            case CIRCULAR ->
                "经核查，下列问题" + orElse(ground, "整改推进不力") + "，现予通报：\n" + byCity(issues) + "请有关地区深刻反思、举一反三，尽快整改到位，并于"
                        + REPLY_BY + "前书面报告整改情况。";
        };
    }

    /** @return whom it is sent to, such as 郑州市工改办, 巩义市, 郑州市住建局 */
    String addressee(Route to) {
        String name = name(to.region());
        if (to.unit() != null) {
            return name + to.unit();
        }
        return to.region().equals(to.city()) ? name + "工改办" : name;
    }

    /** @return the text with the day in the place of its mark */
    static String signed(String draft, LocalDate replyBy) {
        return draft.replace(REPLY_BY, chinese(replyBy));
    }

    /** @return such as 豫工改督〔2021〕1号, 郑州工改提〔2021〕12号 */
    String number(SupervisionKind kind, String issuer, int year, int number) {
        String word =
                issuer.equals(RegionScope.PROVINCE_CODE) ? "豫" : name(issuer).replaceAll("(示范区|市)$", NONE);
        return word + "工改" + kind.inNumbers() + "〔" + year + "〕" + number + "号";
    }

    private static String ground(@Nullable SupervisionCause cause, @Nullable LocalDate since) {
        if (cause == null) {
            return NONE;
        }
        String day = since == null ? NONE : "（" + chinese(since) + "）";
        return switch (cause) {
            case ACKNOWLEDGEMENT_OVERDUE -> "已超过签收期限" + day + "仍未签收";
            case DEADLINE_OVERDUE -> "已超过整改时限" + day + "仍未整改到位";
            case RETURNED_REPEATEDLY -> "销号申请多次被退回";
            case NOT_REPLIED -> "经督促，逾期" + day + "仍未书面回复";
        };
    }

    private static String list(List<SupervisedIssue> issues) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < issues.size(); i++) {
            list.append(i + 1).append("．").append(line(issues.get(i))).append('\n');
        }
        return list.toString();
    }

    private String byCity(List<SupervisedIssue> issues) {
        Map<String, List<SupervisedIssue>> cities = issues.stream()
                .collect(Collectors.groupingBy(SupervisedIssue::city, TreeMap::new, Collectors.toList()));
        return cities.entrySet().stream()
                .map(city -> name(city.getKey()) + "（" + city.getValue().size() + "个）：\n" + list(city.getValue()))
                .collect(Collectors.joining());
    }

    private static String line(SupervisedIssue issue) {
        LocalDate deadline = issue.deadline();
        return "问题" + issue.ledgerNumber() + (deadline == null ? NONE : "，整改时限" + chinese(deadline))
                + (issue.leadUnit() == null ? NONE : "，牵头单位" + issue.leadUnit()) + "；";
    }

    private static String orElse(String ground, String otherwise) {
        return ground.isEmpty() ? otherwise : ground;
    }

    private String name(String region) {
        return regions.find(new RegionCode(region)).orElseThrow().name();
    }

    private static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
