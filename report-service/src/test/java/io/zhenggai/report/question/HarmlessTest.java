package io.zhenggai.report.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1", "+1", "-1", "@A1", "＝1", "＋1", "－1", "＠A1", " =1", "　-1", "\u200B=1", "\tA", "\r\n=1"})
    void whatAnOfficeProgramWouldCarryOutIsAText(String text) {
        assertThat(Harmless.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12", "83.3%", "2021-10", "时间", "A=1", "'=1"})
    void whatIsHarmlessStaysAsItIs(String text) {
        assertThat(Harmless.text(text)).isEqualTo(text);
    }
}
