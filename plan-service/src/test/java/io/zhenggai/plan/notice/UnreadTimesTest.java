package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadTimesTest {

    private static final String NUMBER = "豫改办〔2021〕7号\n一、要求\n";
    private static final String UNCLEAR = "有一处时间未能确定是哪一天：";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022年元旦前报总结。",
                "11月15日前后报总结。",
                "各市于春节前报送总结报告。",
                "各市于国庆节后完成整治。",
                "各市于11月初报送整改方案。",
                "请于本月底前完成整改。",
                "请于月底前完成整改。",
                "第四季度末前完成整改。",
                "请在印发之日起10日内报送整改方案。",
                "请在15个工作日内报总结。"
            })
    void aTimeThatIsNoDayIsQuoted(String sentence) {
        assertThat(said(NUMBER + sentence)).contains("phases " + UNCLEAR + "“" + sentence + "”");
    }

    @Test
    void alsoWithinAPhaseAndOnceOnly() {
        assertThat(said("第一阶段：动员部署（11月）。各市于2022年元旦前报总结。"))
                .containsOnlyOnce("phases[0].demands " + UNCLEAR + "“各市于2022年元旦前报总结。”");
    }

    @Test
    void aboutADayIsNoDayOfAFiling() {
        NoticeReading reading = Notices.read(NUMBER + "各市于11月15日前后报送总结报告。");

        assertThat(reading.demandsOutsidePhases()).hasSize(1);
        assertThat(reading.demandsOutsidePhases().get(0).deadline().value()).isNull();
        assertThat(said(NUMBER + "各市于11月15日前后报送总结报告。"))
                .contains("demandsOutsidePhases[0].deadline “11月15日前后”不能确定是哪一天")
                .noneMatch(said -> said.contains(UNCLEAR));
    }

    @Test
    void whatIsFiledByAVerbThatNoRuleKnowsIsQuoted() {
        assertThat(said(NUMBER + "11月15日前报总结。")).contains("phases 有一处报送要求，未能识别报送什么：“11月15日前报总结。”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "审批时间压缩至80个工作日以内。",
                "3月初步完成改革。",
                "每季度末通报一次。",
                "每月底前更新台账。",
                "春节期间值班安排另行通知。",
                "问题通报材料已于11月15日印发。",
                "各市于11月30日前报送总结报告。"
            })
    void otherSentencesAreNot(String sentence) {
        assertThat(said(NUMBER + sentence))
                .noneMatch(said -> said.startsWith("phases " + UNCLEAR) || said.contains("有一处报送要求"));
    }

    @Test
    void noMoreThanAPersonLooksThrough() {
        assertThat(said(NUMBER + "请于本月底前完成整改。".repeat(1) + "元旦前报总结。".repeat(500)))
                .hasSizeLessThan(60);
    }

    private static List<String> said(String text) {
        return Notices.read(text).notFound().stream()
                .map(missing -> missing.field() + " " + missing.message().zh())
                .toList();
    }
}
