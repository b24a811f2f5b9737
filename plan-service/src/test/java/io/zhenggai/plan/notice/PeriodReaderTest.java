package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodReaderTest {

    private static final String PRINTED = "\n省住建厅办公室 2021年10月19日印发";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "本次整改提升行动自通知印发之日开展，12月底结束，具体安排如下：|READ 2021-10-19|READ 2021-12-31",
                "整治行动自印发之日起至12月15日，在全省开展。|READ 2021-10-19|READ 2021-12-15",
                "专项行动自2021年11月1日开始，至2022年3月31日结束。|READ 2021-11-01|READ 2022-03-31",
                "从2021年11月至2022年2月，在全省开展专项整治。|READ 2021-11-01|READ 2022-02-28",
                "行动时间：2021年11月—12月|READ 2021-11-01|READ 2021-12-31",
                "专项行动时间为11月上旬至12月下旬。|PROPOSED 2021-11-01|PROPOSED 2021-12-31"
            })
    void formsOfThePeriod(String sentence, String start, String end) {
        NoticeReading reading = Notices.read("豫改办〔2021〕7号\n一、要求\n" + sentence + PRINTED);

        assertThat(written(reading.start())).isEqualTo(start);
        assertThat(written(reading.end())).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "根据2021年9月召开的会议精神，决定开展专项整治。",
                "2019年3月至2020年6月的问题已经办结。",
                "各地要在10月31日前完成整改。",
                "整改方案于2021年11月1日至11月5日报送，行动时间另行通知。"
            })
    void otherDatesAreNoPeriod(String sentence) {
        NoticeReading reading = Notices.read("豫改办〔2021〕7号\n一、要求\n" + sentence + PRINTED);

        assertThat(reading.start()).isNull();
        assertThat(reading.end()).isNull();
    }

    @Test
    void theDayOfPrintingIsSaidToBeMissingWhereItIs() {
        NoticeReading reading = Notices.read("豫改办〔2021〕7号\n一、要求\n整改行动自通知印发之日开展，12月底结束。");

        assertThat(reading.start().value()).isNull();
        assertThat(reading.notFound())
                .extracting(missing -> missing.message().zh())
                .contains("“印发之日”指印发日期，文中未找到印发日期");
    }

    @Test
    void aDayOfSigningIsOnlyAProposalForTheDayOfPrinting() {
        NoticeReading reading = Notices.read("豫改办〔2021〕7号\n一、要求\n整改行动自通知印发之日开展，12月底结束。\n省住房和城乡建设厅\n2021年10月18日");

        assertThat(written(reading.printedOn())).isEqualTo("PROPOSED 2021-10-18");
        assertThat(written(reading.start())).isEqualTo("PROPOSED 2021-10-18");
    }

    @Test
    void whereNothingIsSaidThePhasesTellItAsAProposal() {
        NoticeReading reading = Notices.read("豫改办〔2021〕7号\n第一阶段：动员（11月1日至11月5日）。\n第二阶段：总结（12月底前）。");

        assertThat(written(reading.start())).isEqualTo("PROPOSED 2021-11-01");
        assertThat(written(reading.end())).isEqualTo("PROPOSED 2021-12-31");
    }

    private static String written(ReadDate date) {
        return date.mark() + " " + date.value();
    }
}
