package io.zhenggai.gateway.problem;

import static io.zhenggai.gateway.problem.Language.CHINESE;
import static io.zhenggai.gateway.problem.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "EN-us",
                "en-GB,en;q=0.9",
                "zh;q=0.5, en;q=0.6",
                "fr, en;q=0.1",
                "zh;q=0, en;q=0.1",
                "*;q=0.5, en"
            })
    void englishWhereItIsPreferred(String header) {
        assertThat(Language.preferred(Optional.of(header))).isEqualTo(ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zh-CN",
                "zh-TW,en;q=0.9",
                "*",
                "*, en;q=0.5",
                "fr",
                "",
                "en;q=0",
                "en;q=x",
                "en;q=2",
                "en, zh",
                "---",
                ",,;",
                "中文"
            })
    void chineseOtherwise(String header) {
        assertThat(Language.preferred(Optional.of(header))).isEqualTo(CHINESE);
    }

    @Test
    void chineseWithoutTheField() {
        assertThat(Language.preferred(Optional.empty())).isEqualTo(CHINESE);
    }
}
