package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.json.StoredJson;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no notice, and texts that would be slow to read by a careless reader. */
class NoticeReaderTest {

    private static final int LONGEST = 200_000;

    /** What is read in one second or two takes minutes with the square of the length. Processor time: the machine is shared. */
    private static final Duration ENOUGH = Duration.ofSeconds(10);

    private static final int GREATEST_READING = 1_500_000;

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\n", "\u3000\u3000\r\n\t\u00A0", "\uFEFF", "— 1 —"})
    void nothingIsFoundInNothingAndThatIsSaid(String text) {
        assertNothingFound(Notices.read(text));
    }

    @Test
    void nothingIsFoundInEnglish() {
        assertNothingFound(Notices.read("""
                Dear all,

                1. Please file your plan (see attachment) by 31 October 2021.
                2. The summary report is due on Dec. 31.

                Kind regards
                """));
    }

    @Test
    void nothingIsFoundInMarkup() {
        assertNothingFound(Notices.read("""
                <!DOCTYPE html><html><body><p class="title">通知</p>
                <table><tr><td>&nbsp;</td><td>一</td></tr></table></body></html>
                """));
    }

    @Test
    void nothingIsFoundInMojibake() {
        assertNothingFound(Notices.read("锟斤拷锟斤拷\uFFFD\uFFFD 烫烫烫 å·¥ç¨‹ å»ºè®¾\n屯屯屯\u0000\u0007"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"即日起", "印发之日起", "发文之日起", "发布之日起", "10月1日", "二〇二一年十月", "今年10月"})
    void blanksBeforeADateBelongToNothing(String date) {
        for (String blank : List.of(" ", "\u3000", "  ", "\t")) {
            for (String before : List.of("（一）自查。", "自查；", "", "各市！")) {
                String rest = date + "至11月15日，各市逐项排查，并将总结报告报省厅。";

                assertThat(demands(before + blank + rest))
                        .as(before + blank + rest)
                        .isEqualTo(demands(before + rest));
            }
        }
    }

    private static List<String> demands(String sentence) {
        return Notices.read("豫改办〔2021〕7号\n一、要求\n" + sentence + "\n省住建厅办公室 2021年10月19日印发")
                .demandsOutsidePhases()
                .stream()
                .map(demand -> demand.title() + " " + demand.mark() + " "
                        + (demand.deadline() == null ? "" : demand.deadline().value()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "啊",
                "（",
                "）",
                "《",
                "9",
                "一",
                "。",
                "1.；",
                "10月1日前，",
                "2021年10月1日，2022年10月1日，",
                "各市整改方案于10月31日前报省厅，",
                "第一阶段：",
                "。第一阶段（3月—4月）动员阶段",
                "第一阶段：（2021年",
                "一、整改内容。（一）自查；（二）自查；",
                "优化营商环",
                "分三个阶段",
                "\uD840\uDC00"
            })
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aLongLineIsReadInTimeThatGrowsWithItsLength(String repeated) {
        assertReadInTime(repeated.repeat(LONGEST / repeated.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "，\n",
                "（\n",
                "a。1.b，\n",
                "动员部署阶段（3月）。\n",
                "1.自查；\n2.自查；\n",
                "一、实施步骤\n（一）动员（3月）。\n",
                "抄送：\n",
                "请于每月10日前报送整改台账。\n",
                "2021年10月31日印发\n"
            })
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void manyLinesAreReadInTimeThatGrowsWithTheirNumber(String repeated) {
        assertReadInTime("一、整改内容\n" + repeated.repeat((LONGEST - 10) / repeated.length()));
    }

    /** Each as long as a sentence that is read may be, and full of what is compared with each other. */
    @ParameterizedTest
    @ValueSource(strings = {"10月1日整改方案报市", "10月1日前，整改方案，", "整改方案10月1日前报送，", "报送10月1日前", "报送", "及时"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void manyLongSentencesAreReadInTime(String repeated) {
        String sentence = repeated.repeat(990 / repeated.length()) + "报送整改方案。";

        assertReadInTime(sentence.repeat(LONGEST / sentence.length()));
    }

    private static void assertReadInTime(String text) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        NoticeReading reading = Notices.read(text);

        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertThat(Duration.ofNanos(spent)).isLessThan(ENOUGH);
        assertThat(StoredJson.write(reading).length()).isLessThan(GREATEST_READING);
    }

    private static void assertNothingFound(NoticeReading reading) {
        assertThat(reading.documentNumber()).isNull();
        assertThat(reading.title()).isNull();
        assertThat(reading.noticeTitle()).isNull();
        assertThat(reading.issuingBody()).isNull();
        assertThat(reading.addressees()).isEmpty();
        assertThat(reading.offices()).isNull();
        assertThat(reading.copies()).isEmpty();
        assertThat(reading.printedOn()).isNull();
        assertThat(reading.start()).isNull();
        assertThat(reading.end()).isNull();
        assertThat(reading.phases()).isEmpty();
        assertThat(reading.demandsOutsidePhases()).isEmpty();
        assertThat(reading.sources()).isEmpty();
        assertThat(reading.notFound())
                .extracting(NotFound::field)
                .containsExactly(
                        "documentNumber",
                        "title",
                        "noticeTitle",
                        "issuingBody",
                        "addressees",
                        "copies",
                        "printedOn",
                        "start",
                        "end",
                        "phases",
                        "phases.demands",
                        "sources");
    }
}
