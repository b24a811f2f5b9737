package io.zhenggai.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "＝1",
                "＋1",
                "－1",
                "＠A",
                "\t1",
                "\r1",
                "\n1",
                "\r\n=1",
                "\u000B1",
                "\u0000",
                " =1",
                "\u00A0=1",
                "\u3000-1",
                "\u200B=1",
                "\uFEFF=1"
            })
    void whatBeginsLikeAFormulaGetsAnApostrophe(String text) {
        assertThat(Harmless.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "＝1", "\t1", " =1", "\u200B=1", "", "问题=1", "'单引号", "''=1", "-"})
    void whatWasWrittenIsReadAgain(String text) {
        assertThat(Harmless.plain(Harmless.text(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "'一", "'问题=1", "''=1", "=1", ""})
    void anApostropheOfTheTextStays(String text) {
        assertThat(Harmless.plain(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "问题=1", "1-1", "'=1", "a@b", "—一", "(=1)", "第3项：-1", "A=1", "83.3%", "2021-10"})
    void everythingElseStaysAsItIs(String text) {
        assertThat(Harmless.text(text)).isEqualTo(text);
    }
}
