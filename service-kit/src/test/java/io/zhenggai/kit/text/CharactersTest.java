package io.zhenggai.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "施工许可", "一\t二\n三\r\n", "𠮷野家", "👨\u200D👩", "\u2028", "\uFFFD"})
    void whatPeopleWriteBelongsInText(String text) {
        assertThat(Characters.belongInText(text)).isTrue();
        assertThat(Characters.areStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "a\u0007", "\u001b[0m", "\u007f", "\u0085"})
    void otherControlCharactersDoNotBelongThereButCouldBeStored(String text) {
        assertThat(Characters.belongInText(text)).isFalse();
        assertThat(Characters.areStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\uD842", "\uDFB7", "\uDFB7\uD842", "a\uD842b"})
    void nulAndHalvesOfPairsCannotBeStored(String text) {
        assertThat(Characters.areStorable(text)).isFalse();
        assertThat(Characters.belongInText(text)).isFalse();
    }

    @Test
    void aRareIdeographCountsAsOne() {
        assertThat(Characters.count("𠮷野家")).isEqualTo(3);
    }

    @Test
    void textsAreStoredComposed() {
        assertThat(Characters.normalised("e\u0301")).isEqualTo("é");
        assertThat(Characters.normalised("郑州")).isEqualTo("郑州");
    }
}
