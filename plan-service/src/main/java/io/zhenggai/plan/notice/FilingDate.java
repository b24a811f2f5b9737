package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import java.util.List;

/**
 * A date of a sentence that speaks of filing.
 *
 * @param begin its place in the sentence
 * @param end behind it
 * @param isDue whether it can be a day by which something is done: 截至10月20日, 10月20日印发的, 10月20日会议 are none
 * @param inBrackets whether it stands in brackets
 */
record FilingDate(DatedWords words, int begin, int end, boolean isDue, boolean inBrackets) {

    private static final List<String> NO_DUE_BEFORE = List.of("截至", "自", "从", "由", "距", "原定");
    private static final List<String> NO_DUE_BEHIND = List.of("起", "开始", "以来", "以后", "之后", "后", "的", "未", "已");
    private static final List<String> SOMETHING_OF_THE_DAY =
            List.of("会议", "例会", "全省", "全市", "召开", "举行", "印发", "下发", "发布", "通报", "文件", "工作", "动员", "推进会");
    private static final List<String> DUE_BEFORE =
            List.of("于", "在", "为", "是", "到", "至", "止", "：", ":", "期", "时间", "时限", "迟", "晚", "请", "（", "(", "超过");
    private static final List<String> DUE_BEHIND =
            List.of("报", "上报", "将", "把", "呈报", "提交", "，", ",", "。", "；", "）", ")");

    static FilingDate of(String text, DatedWords words, int sentenceBegin) {
        int begin = words.words().begin() - sentenceBegin;
        int end = words.words().end() - sentenceBegin;
        String before = text.substring(0, begin);
        int open = Math.max(before.lastIndexOf('（'), before.lastIndexOf('('));
        boolean inBrackets = open > Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'));
        boolean due = isDue(before, text.substring(end), words)
                && !(inBrackets && !isAloneInBrackets(before.substring(open + 1), text.substring(end)));
        return new FilingDate(words, begin, end, due, inBrackets);
    }

    private static boolean isDue(String before, String behind, DatedWords words) {
        if (NO_DUE_BEFORE.stream().anyMatch(before::endsWith)
                || NO_DUE_BEHIND.stream().anyMatch(behind::startsWith)) {
            return false;
        }
        if (words.words().before()) {
            return true;
        }
        if (SOMETHING_OF_THE_DAY.stream().anyMatch(behind::startsWith)) {
            return false;
        }
        return behind.isEmpty()
                || !words.words().isSingleDay()
                || DUE_BEFORE.stream().anyMatch(before::endsWith)
                || DUE_BEHIND.stream().anyMatch(behind::startsWith);
    }

    private static boolean isAloneInBrackets(String before, String behind) {
        return (before.isEmpty() || DUE_BEFORE.stream().anyMatch(before::endsWith) && before.length() <= 6)
                && (behind.startsWith("）") || behind.startsWith(")"));
    }
}
