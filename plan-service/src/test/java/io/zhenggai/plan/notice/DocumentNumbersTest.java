package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "豫工程改革办〔2021〕7号,2021",
        "豫工程改革办[2021]7号,2021",
        "豫工程改革办（2021）第7号,2021",
        "江东建改〔２０２２〕３号,2022",
        "国办发〔 2019 〕 11 号,2019"
    })
    void numbersInTheBracketsThatKeyboardsHave(String line, int year) {
        assertThat(DocumentNumbers.in(line)).hasValueSatisfying(number -> {
            assertThat(number.text()).isEqualTo(line);
            assertThat(number.year()).isEqualTo(year);
        });
    }

    @Test
    void theSignatoryBesideItIsNoPartOfIt() {
        assertThat(DocumentNumbers.in("江东建改〔2022〕3号 签发人：周明远"))
                .hasValueSatisfying(number -> assertThat(number.text()).isEqualTo("江东建改〔2022〕3号"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "号",
                "根据国办发〔2019〕11号，现通知如下：",
                "〔2021〕7号",
                "豫工程改革办〔2021〕号",
                "豫工程改革办〔21〕7号",
                "豫工程改革办2021年7号",
                "豫工程改革办〔2021〕7号附件",
                "豫，办〔2021〕7号",
                "豫工程改革办〔2021"
            })
    void whatIsNone(String line) {
        assertThat(DocumentNumbers.in(line)).isEmpty();
    }
}
