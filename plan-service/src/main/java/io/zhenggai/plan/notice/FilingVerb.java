package io.zhenggai.plan.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * A verb of filing: 报送, 上报, 报省…. What was or was not filed (已于…报送, 未报送) and what is only described by it (报送的方案) is no
 * order and no such verb, nor is what is only encouraged, or brought to the own superiors first (报市政府审定).
 */
record FilingVerb(int begin, int end) {

    private static final List<String> VERBS =
            List.of("报送", "上报", "呈报", "提交", "报省", "报我", "报至", "报市", "报厅", "报局", "报州", "报本", "报备", "报领导");
    private static final String NO_VERB_BEHIND = "通简汇申填情海日周月快";
    private static final List<String> NO_ORDER = List.of(
            "已于", "已经", "均已", "已按", "已将", "未按", "未及时", "未于", "未在", "未能", "不按", "不及时", "逾期", "不再", "无需", "不需", "无须",
            "不必", "不得", "不予", "暂不", "免于", "鼓励", "有条件", "可以", "可于", "可将");
    private static final List<String> APPROVALS = List.of("审定", "审核", "审议", "审签", "审批", "批准", "同意", "研究");
    private static final List<String> BELOW = List.of("市", "本", "局", "领导", "同级");
    /** What stands further off says nothing of a verb. */
    private static final int FURTHEST = 60;

    private static final String CLAUSE_ENDS = "，,；：。";

    /** @return those of a sentence, in order, without overlaps */
    static List<FilingVerb> in(String text) {
        List<FilingVerb> found = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int end = endAt(text, at);
            // 上报省厅 is one verb.
            if (end > at && text.startsWith("报", end - 1) && endAt(text, end - 1) > end) {
                end = endAt(text, end - 1);
            }
            if (end > at) {
                if (!text.startsWith("的", end) && isOrder(text, at) && !isForApproval(text, at, end)) {
                    found.add(new FilingVerb(at, end));
                }
                at = end - 1;
            }
        }
        return found;
    }

    /** @return whether a text of any length may hold one */
    static boolean mayStandIn(String text) {
        return VERBS.stream().anyMatch(text::contains);
    }

    private static int endAt(String text, int at) {
        char first = text.charAt(at);
        if ("报上呈提".indexOf(first) < 0) {
            return at;
        }
        for (String verb : VERBS) {
            if (text.startsWith(verb, at)
                    && (at == 0
                            || first != '报'
                            || verb.equals("报送")
                            || NO_VERB_BEHIND.indexOf(text.charAt(at - 1)) < 0)) {
                return at + verb.length();
            }
        }
        return at;
    }

    private static boolean isOrder(String text, int at) {
        int begin = at;
        while (begin > 0 && at - begin < FURTHEST && CLAUSE_ENDS.indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        String before = text.substring(begin, at);
        return !before.endsWith("未")
                && !before.endsWith("已")
                && NO_ORDER.stream().noneMatch(before::contains);
    }

    private static boolean isForApproval(String text, int at, int end) {
        if (BELOW.stream()
                .noneMatch(word ->
                        text.startsWith(word, end) || text.substring(at, end).endsWith(word))) {
            return false;
        }
        int clauseEnd = end;
        while (clauseEnd < text.length()
                && clauseEnd - end < FURTHEST
                && CLAUSE_ENDS.indexOf(text.charAt(clauseEnd)) < 0) {
            clauseEnd++;
        }
        String behind = text.substring(end, clauseEnd);
        return APPROVALS.stream().anyMatch(behind::contains);
    }

    /** @return whether it says itself to whom, so that nothing else can be filed by what stands behind it */
    boolean namesRecipient(String text) {
        return text.startsWith("报", end - 2) && !text.startsWith("报送", end - 2) && !text.startsWith("报备", end - 2);
    }
}
