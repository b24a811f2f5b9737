package io.zhenggai.plan.notice;

import java.util.List;

/**
 * How far a date reaches over the words behind it. 10月31日前召开会议并报送 covers both; in 3月20日前召开会议，会后抓紧报送 the filing has
 * a time of its own, and the date is that of the meeting.
 */
enum Reach {
    /** The date is said of what stands behind the words. */
    STATED,
    /** It may be meant of it, too. */
    IMPLIED,
    /** It is said of something else. */
    NONE;

    private static final List<String> ELSEWHERE = List.of("另行", "另文", "另定", "另发", "随后", "届时", "逐级", "再报", "再行", "视情");
    private static final List<String> OWN_TIME =
            List.of("及时", "尽快", "抓紧", "按时", "按期", "限期", "适时", "随时", "即时", "立即", "迅速", "按要求", "同步", "提前", "规定时间");
    private static final List<String> APPROVALS =
            List.of("同意", "审定", "审核", "审签", "审议", "批准", "签批", "签字", "盖章", "把关", "审查", "审阅", "研究");
    private static final List<String> WITH_AFTER = List.of("后续", "后进", "落后", "前后", "善后", "背后", "后期");
    private static final List<String> ACTIVITIES = List.of(
            "召开", "完成", "开展", "举办", "举行", "启动", "成立", "建立", "印发", "下发", "出台", "公布", "公示", "动员", "部署", "检查", "督导", "督查",
            "评估", "评审", "验收", "审核", "审查", "通报", "汇总", "梳理", "排查", "摸排", "整改", "整治", "自查", "落实", "培训", "学习", "调研", "走访",
            "宣传", "回头看", "办结", "销号", "反馈", "收集", "推进", "上线", "实施", "解决", "清理", "报名", "参加");
    private static final List<String> LEADING = List.of("要", "应", "须", "需", "请", "均", "将", "统一", "务必");

    /**
     * @param between what stands between a date and a verb of filing, in one clause
     * @return whether the date is said of the filing
     */
    static Reach within(String between) {
        String words = FilingWord.without(between);
        if (isOther(words) || describes(words)) {
            return NONE;
        }
        int own = firstOf(words, OWN_TIME);
        if (own < 0) {
            return STATED;
        }
        String before = words.substring(0, own);
        if (hasActivity(before)) {
            return NONE;
        }
        return before.isBlank()
                        || LEADING.stream().anyMatch(before::endsWith)
                        || Subject.at(before, 0).isPresent()
                ? STATED
                : IMPLIED;
    }

    /**
     * @param words the clauses that follow a date standing by itself (10月31日前，), down to the verb of filing
     * @return whether the date is said of the filing
     */
    static Reach ofHeading(String words) {
        String bare = FilingWord.without(words);
        if (isOther(bare)) {
            return NONE;
        }
        return hasActivity(bare) || hasOwnTime(bare) ? IMPLIED : STATED;
    }

    /** @return whether a date before these words may be meant of a filing behind them, which has no time of its own */
    static boolean mayReach(String between) {
        String words = FilingWord.without(between);
        return !isOther(words) && !hasOwnTime(words) && !describes(words);
    }

    static boolean hasActivity(String words) {
        return firstOf(words, ACTIVITIES) >= 0;
    }

    private static boolean hasOwnTime(String words) {
        return firstOf(words, OWN_TIME) >= 0;
    }

    private static boolean isOther(String words) {
        return firstOf(words, ELSEWHERE) >= 0 || isAfter(words);
    }

    /** 召开的会议: what follows the date is described by it. */
    private static boolean describes(String words) {
        int activity = firstOf(words, ACTIVITIES);
        return activity >= 0 && words.indexOf('的', activity) >= 0;
    }

    /** Whether something comes first. 经市政府同意后报送 is no time: it says how it is filed. */
    private static boolean isAfter(String words) {
        for (int at = words.indexOf('后'); at >= 0; at = words.indexOf('后', at + 1)) {
            String before = words.substring(0, at);
            String around = words.substring(Math.max(0, at - 1), Math.min(words.length(), at + 2));
            if (APPROVALS.stream().noneMatch(before::endsWith)
                    && WITH_AFTER.stream().noneMatch(around::contains)) {
                return true;
            }
        }
        return false;
    }

    private static int firstOf(String words, List<String> wanted) {
        return wanted.stream()
                .mapToInt(words::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
    }
}
