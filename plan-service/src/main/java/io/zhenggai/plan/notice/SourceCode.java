package io.zhenggai.plan.notice;

import java.util.List;

/** The known sources of issues, in the order in which they are looked for, each with the words that tell it. */
public enum SourceCode {
    /** The provincial evaluation of the business environment. */
    EVALUATION("营商环境评价"),
    /** What enterprises and the public report strongly. */
    PUBLIC_PAIN_POINT("反映强烈", "痛点"),
    /** The bulletin of the ministry's reform office. */
    NATIONAL_CIRCULAR("工作通报", "情况通报", "部通报"),
    /** The provincial briefing. */
    PROVINCIAL_BRIEFING("工作简报", "改革简报"),
    /** The weekly scorecard of the approval management system. */
    SYSTEM_SCORECARD("成绩单"),
    /** The special campaign against off-system and hidden approvals. */
    HIDDEN_APPROVAL_CAMPAIGN("体外循环", "隐性审批"),
    /** Complaints and suggestions by the mini-program. */
    MINI_PROGRAM("小程序"),
    /** Found by a region or department itself. */
    SELF_INSPECTION("自查"),
    /** Found by surveys and supervision. */
    OTHER_SUPERVISION("调研", "督导", "督查", "巡查", "暗访");

    private final List<String> words;

    SourceCode(String... words) {
        this.words = List.of(words);
    }

    /** @return where the source is named in a text; −1 where it is not */
    int find(String text) {
        return words.stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
    }
}
