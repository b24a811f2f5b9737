package io.zhenggai.plan.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlanksTest {

    @Test
    void aBrokenTitleIsClosedWhereChineseMeets() {
        assertThat(Blanks.closed("关于 印发 2021 年方案")).isEqualTo("关于印发2021年方案");
    }

    @Test
    void wordsOfOtherLettersStayApart() {
        assertThat(Blanks.closed(" A  B\tC ")).isEqualTo("A B C");
    }
}
