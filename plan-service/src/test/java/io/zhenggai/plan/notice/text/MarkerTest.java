package io.zhenggai.plan.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

    @ParameterizedTest
    @CsvSource({
        "一、总体要求,CHINESE,1",
        "十二、附则,CHINESE,12",
        "（三）其他,CHINESE_IN_BRACKETS,3",
        "(三) 其他,CHINESE_IN_BRACKETS,3",
        "㈢其他,CHINESE_IN_BRACKETS,3",
        "1.住房,ARABIC,1",
        "１．住房,ARABIC,1",
        "2、住房,ARABIC,2",
        "⒉住房,ARABIC,2",
        "（1）住房,ARABIC_IN_BRACKETS,1",
        "1）住房,ARABIC_IN_BRACKETS,1",
        "⑴住房,ARABIC_IN_BRACKETS,1",
        "①住房,CIRCLED,1",
        "⑳住房,CIRCLED,20",
        "第一阶段：动员,PHASE,1",
        "第2阶段,PHASE,2",
        "第三步,PHASE,3",
        "第二部分 要求,PART,2"
    })
    void theKindsOfNumbers(String line, Marker.Kind kind, int ordinal) {
        assertThat(Marker.at(line, 0)).hasValueSatisfying(marker -> {
            assertThat(marker.kind()).isEqualTo(kind);
            assertThat(marker.ordinal()).isEqualTo(ordinal);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "2021年", "1.5亿元", "1、2月", "一方面", "（见附件）", "(含)", "第一", "第三方", "十九届", "0.住房", "100.住房", "（一", "第一步骤"
            })
    void whatOnlyLooksLikeANumber(String line) {
        assertThat(Marker.at(line, 0)).isEmpty();
    }

    @Test
    void theTextBehindItBeginsBehindTheBlanks() {
        assertThat(Marker.at("(一)  加强领导", 0).orElseThrow().end()).isEqualTo(5);
    }
}
