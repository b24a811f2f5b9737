package io.zhenggai.plan.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "9,9",
        "31,31",
        "２０２１,2021",
        "2０21,2021",
        "9999,9999",
        "一,1",
        "十,10",
        "十一,11",
        "二十,20",
        "九十九,99",
        "二〇二一,2021",
        "二○二一,2021",
        "二零二一,2021",
        "二0二四,2024",
        "二０二四,2024",
        "二O二四,2024",
        "二Ｏ二四,2024",
        "二◯二四,2024",
        "二〇三0,2030"
    })
    void numbersAreRead(String text, int value) {
        assertThat(Numerals.read(text, 0, text.length())).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "甲", "12345", "1一", "一1", "0二", "0二四一", "十十", "一百", "二十一一", "零十", "二〇二", "一二"})
    void whatIsNoneIsNot(String text) {
        assertThat(Numerals.read(text, 0, text.length())).isEmpty();
    }
}
