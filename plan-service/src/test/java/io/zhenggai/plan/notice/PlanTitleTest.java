package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTitleTest {

    @Test
    void standsAboveThePlan() {
        assertTitle("关于印发甲方案的通知\n各市：\n现将《甲方案》印发给你们。\n\n甲省整改提升工作方案\n\n一、要求", Mark.READ, "甲省整改提升工作方案");
    }

    @Test
    void isPutTogetherFromLinesAsTheNoticeQuotesIt() {
        assertTitle("关于印发《甲省优化营商环境整改提升工作方案》的通知\n各市：\n请落实。\n\n甲省优化营商环境\n整改提升工作方案\n一、要求", Mark.READ, "甲省优化营商环境整改提升工作方案");
    }

    @Test
    void isQuotedWhereThePlanItselfIsNotThere() {
        assertTitle("关于印发方案的通知\n各市：\n现将《甲省工作方案》印发给你们，请落实。", Mark.READ, "甲省工作方案");
    }

    @ParameterizedTest
    @CsvSource({
        "关于印发《甲省工作方案》的通知,甲省工作方案",
        "关于印发甲省工作方案的通知,甲省工作方案",
        "关于开展2022年专项行动的通知,2022年专项行动",
        "关于做好整改工作的紧急通知,整改工作",
        "关于做好“回头看”工作的通知,“回头看”工作",
        "某厅关于进一步组织开展专项整治的通知,专项整治"
    })
    void isProposedFromTheNoticesTitle(String noticeTitle, String title) {
        assertTitle(noticeTitle + "\n各市：\n请落实。", Mark.PROPOSED, title);
    }

    @Test
    void isNotFoundWhereThereIsNone() {
        assertThat(Notices.read("关于某事的函\n各市：\n请落实。").title()).isNull();
    }

    private static void assertTitle(String text, Mark mark, String title) {
        Read<String> read = Notices.read(text).title();
        assertThat(read.mark() + " " + read.value()).isEqualTo(mark + " " + title);
    }
}
