package io.zhenggai.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedLanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN", "en-GB,zh;q=0.8", "fr, en;q=0.1", "zh;q=0.3,en-US;q=0.31", "x;;,en"})
    void isEnglishWherePreferred(String header) {
        assertThat(AcceptedLanguage.of(header)).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "zh-CN",
                "zh-CN,en;q=0.9",
                "zh,en",
                "*",
                "fr",
                "en;q=0",
                "en;q=0.5,*;q=0.5",
                ";;;q=,",
                "en;q=2",
                "e-"
            })
    void isChineseOtherwise(String header) {
        assertThat(AcceptedLanguage.of(header)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void aHugeHeaderIsReadInOnePass() {
        assertThat(AcceptedLanguage.of("a-".repeat(50_000) + ",".repeat(50_000) + "en"))
                .isEqualTo(Locale.ENGLISH);
    }
}
