package io.zhenggai.plan.notice.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021年10月31日前",
                "2021 年 10 月 31 日",
                "２０２１年１０月３１日",
                "二〇二一年十月三十一日",
                "10月31日前",
                "十月三十一日",
                "10月31号之前",
                "10月底前",
                "12月末",
                "10月上旬",
                "10月中旬",
                "10月下旬",
                "2021年底前",
                "年底前",
                "今年年底",
                "明年3月底",
                "2021-10-31",
                "2021.10.31",
                "2021/10/31",
                "4月",
                "4月份"
            })
    void formsOfADate(String text) {
        assertThat(found("请于" + text + "报送")).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021年3月—4月",
                "2021年3—4月",
                "3-4月",
                "10月20日至31日",
                "10月20日—10月31日",
                "2021年12月15-20日",
                "12月15日-20日",
                "12月15日至20日",
                "12月15－20日",
                "12月15—20日",
                "12月15~20号",
                "12月15～20日",
                "12月15-12月20日",
                "10月20日起至11月15日",
                "2021年11月至2022年2月",
                "2021年11月至次年2月",
                "3月1日――3月31日",
                "即日起至11月15日",
                "印发之日起至12月底"
            })
    void formsOfASpan(String text) {
        List<DateWords> words = DateScanner.scan("（" + text + "）");

        assertThat(words).hasSize(1);
        assertThat(words.get(0).isFromTo()).isTrue();
        assertThat(found("（" + text + "）")).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2021年",
                "2021年度",
                "十九届五中全会",
                "每月25日前",
                "3个月内",
                "30日内",
                "月底前",
                "10月初",
                "1.5亿元",
                "第3页",
                "前年底",
                "近年底",
                "10月31前",
                "10月31-",
                "10月31-20",
                "10月31-5人",
                "《2021年3月工作要点》",
                "13800001111",
                "2021-10"
            })
    void whatIsNoDate(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void severalInOneSentence() {
        assertThat(found("2021年10月20日前报方案，12月20日前报总结")).containsExactly("2021年10月20日前", "12月20日前");
    }

    @ParameterizedTest
    @CsvSource({
        "11月31日,true",
        "2月30日,true",
        "13月1日,true",
        "0月1日,true",
        "2月29日,false",
        "2021年2月29日,true",
        "2020年2月29日,false"
    })
    void daysThatTheCalendarDoesNotHave(String text, boolean impossible) {
        assertThat(DateScanner.scan(text)).extracting(DateWords::isImpossible).containsExactly(impossible);
    }

    @ParameterizedTest
    @CsvSource({"11月15日前后报总结,11月15日前后", "11月底左右完成,11月底左右"})
    void aboutADayIsNoDay(String text, String words) {
        DateWords found = DateScanner.scan(text).get(0);

        assertThat(found(text)).containsExactly(words);
        assertThat(found.approximate()).isTrue();
        assertThat(found.before()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11月15日前后续工作", "11月15日前后期工作"})
    void beforeADayAndWhatComesLater(String text) {
        DateWords found = DateScanner.scan(text).get(0);

        assertThat(found.approximate()).isFalse();
        assertThat(found.before()).isTrue();
    }

    @Test
    void whatComesBackEveryYearIsToldApart() {
        assertThat(DateScanner.scan("每年12月底前").get(0).recurring()).isTrue();
        assertThat(DateScanner.scan("12月底前").get(0).recurring()).isFalse();
    }

    private static List<String> found(String text) {
        return DateScanner.scan(text).stream()
                .map(words -> text.substring(words.begin(), words.end()))
                .toList();
    }
}
