package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.text.LineJoiner;
import io.zhenggai.plan.notice.text.Lines;
import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Span;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseHeadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "：动员部署|动员部署|",
                "动员部署阶段（2021年3月—4月）。各地要动员。|动员部署阶段|2021年3月—4月",
                "（2021年3月—4月）：动员部署。|动员部署|2021年3月—4月",
                "（3月1日—3月31日）为动员部署阶段|动员部署阶段|3月1日—3月31日",
                "第一阶段：动员部署（10月31日前）|动员部署|10月31日前",
                "动员部署：10月31日前。|动员部署|10月31日前",
                "动员部署阶段：9月上旬。各市制定方案，于9月5日前报送。|动员部署阶段|9月上旬",
                "2021年3月—4月，动员部署。|动员部署|2021年3月—4月",
                "从3月1日起至3月31日，为动员部署阶段。|动员部署阶段|3月1日起至3月31日",
                "自查自纠（即日起至11月15日）。|自查自纠|即日起至11月15日",
                "动员部署 10月底前|动员部署|10月底前",
                "动员部署。各地于10月31日前完成。|动员部署|"
            })
    void thePartsInAnyOrder(String text, String name, String period) {
        PhaseHeading heading = heading(text);

        assertThat(heading.name().map(Span::text)).hasValue(name);
        assertThat(heading.period()
                        .map(date -> text.substring(
                                date.words().begin(), date.words().end())))
                .isEqualTo(Optional.ofNullable(period));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "（3月）", "：时间：3月", "甲", "各地各部门要认真学习贯彻省委省政府关于优化营商环境的决策部署和工作要求"})
    void whatHasNoName(String text) {
        assertThat(heading(text).name()).isEmpty();
    }

    private static PhaseHeading heading(String text) {
        Paragraph paragraph = LineJoiner.join(Lines.of(text.isEmpty() ? "。" : text))
                .paragraphs()
                .get(0);
        return PhaseHeading.of(paragraph.all(), DatedWords.of(paragraph, Years.NONE));
    }
}
