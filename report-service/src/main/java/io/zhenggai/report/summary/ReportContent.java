package io.zhenggai.report.summary;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;

/**
 * What a report says. A part may be empty until it is submitted; what is absent is empty.
 *
 * @param practices 整改提升行动开展情况和主要做法
 * @param problems 发现的问题和处理情况
 * @param training 培训开展情况
 * @param experience 可复制推广的先进经验
 * @param cases 典型案例
 * @param nextSteps 下一步工作打算
 * @param suggestions 意见建议, each by itself
 * @param others further parts 等
 */
record ReportContent(
        @Text(max = 20_000) String practices,
        @Text(max = 20_000) String problems,
        @Text(max = 20_000) String training,
        @Text(max = 20_000) String experience,
        @Size(max = 50) List<@NotNull @Valid ReportSection> cases,
        @Text(max = 20_000) String nextSteps,
        @Size(max = 50) List<@NotNull @Valid ReportSuggestion> suggestions,
        @Size(max = 20) List<@NotNull @Valid ReportSection> others) {

    /** What is absent is empty. */
    ReportContent {
        practices = orEmpty(practices);
        problems = orEmpty(problems);
        training = orEmpty(training);
        experience = orEmpty(experience);
        cases = orEmpty(cases);
        nextSteps = orEmpty(nextSteps);
        suggestions = orEmpty(suggestions);
        others = orEmpty(others);
    }

    /** @return one violation for each part that is blank */
    List<Violation> blankParts() {
        return Arrays.stream(ReportPart.values())
                .filter(part -> part.isBlankIn(this))
                .map(part -> Violation.of(
                        "content." + part.field(),
                        "请填写“" + part.chinese() + "”后再报送",
                        "must say something before submission"))
                .toList();
    }

    @SuppressWarnings("ConstantValue")
    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    @SuppressWarnings("ConstantValue")
    private static <T> List<T> orEmpty(List<T> items) {
        return items == null ? List.of() : items;
    }
}
