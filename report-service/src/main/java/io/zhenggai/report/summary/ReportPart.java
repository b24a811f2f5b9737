package io.zhenggai.report.summary;

import java.util.function.Function;

/** The five parts that the notice names. */
public enum ReportPart {
    /** 一、开展情况和主要做法. */
    PRACTICES("practices", "整改提升行动开展情况和主要做法", ReportContent::practices),
    /** 二、发现的问题和处理情况. */
    PROBLEMS("problems", "发现的问题和处理情况", ReportContent::problems),
    /** 三、培训开展情况. */
    TRAINING("training", "培训开展情况", ReportContent::training),
    /** 四、先进经验和典型案例. */
    EXPERIENCE("experience", "可复制推广的先进经验和典型案例", ReportContent::experience),
    /** 五、下一步工作打算及意见建议. */
    NEXT_STEPS("nextSteps", "下一步工作打算及意见建议", ReportContent::nextSteps);

    private final String field;
    private final String chinese;
    private final Function<ReportContent, String> text;

    ReportPart(String field, String chinese, Function<ReportContent, String> text) {
        this.field = field;
        this.chinese = chinese;
        this.text = text;
    }

    /** @return where the part stands in the content */
    String field() {
        return field;
    }

    /** @return the heading */
    public String chinese() {
        return chinese;
    }

    /** @return whether the content says nothing under this heading: no letter, ideograph or digit */
    boolean isBlankIn(ReportContent content) {
        return text.apply(content).codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
