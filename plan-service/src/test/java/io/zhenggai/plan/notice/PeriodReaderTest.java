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
                "专项行动自2021年11月开始，至2022年3月结束。|READ 2021-11-01|READ 2022-03-31",
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
                "从2019年10月份开始，我省开展了专项整治行动。",
                "自2021年11月1日起，对整改情况组织通报。",
                "从11月份开始，每月组织一次整治活动。",
                "各市整治方案10月31日前完成。",
                "专项行动动员会10月31日前结束。",
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
                .contains("“印发之日”指印发日期，未能从文中识别印发日期");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "从2021年10月份开始，用3个月时间，在全省集中开展专项整治。|READ 2021-10-01|PROPOSED 2021-12-31",
                "从10月份开始，用三个月时间，集中解决突出问题。|READ 2021-10-01|PROPOSED 2021-12-31",
                "自2021年11月1日起，开展为期两个月的专项行动。|READ 2021-11-01|PROPOSED 2021-12-31",
                "专项整治从2021年11月1日开始，为期60天。|READ 2021-11-01|PROPOSED 2021-12-30",
                "自通知印发之日起，用半年时间，在全省开展专项整治。|READ 2021-10-19|PROPOSED 2022-04-18",
                "整治时间：从2021年10月份开始，用3个月时间|READ 2021-10-01|PROPOSED 2021-12-31",
                "从2021年11月份开始，在全省开展专项整治行动。|READ 2021-11-01|none",
                "从2021年11月份开始，用3个月左右时间开展专项整治。|READ 2021-11-01|none",
                "整治工作2021年年底前全部完成。|none|READ 2021-12-31",
                "专项行动12月底结束。|none|READ 2021-12-31",
                "集中开展专项整治，确保年底前全部完成。|none|PROPOSED 2021-12-31",
                "从2021年10月份开始，用3个月时间开展整治，2021年年底前全部完成。|READ 2021-10-01|READ 2021-12-31"
            })
    void aBeginningAndAnEndEachByItself(String sentence, String start, String end) {
        NoticeReading reading = Notices.read("豫改办〔2021〕7号\n一、要求\n" + sentence + PRINTED);

        assertThat(written(reading.start())).isEqualTo(start);
        assertThat(written(reading.end())).isEqualTo(end);
    }

    @Test
    void theWordsOfADurationAreShown() {
        ReadDate end = Notices.read("一、要求\n从2021年10月份开始，用3个月时间，在全省集中开展专项整治。").end();

        assertThat(end.words()).isEqualTo("用3个月时间");
        assertThat(end.sentence()).isEqualTo("从2021年10月份开始，用3个月时间，在全省集中开展专项整治。");
    }

    @Test
    void theLastPhaseTellsTheEndRatherThanADuration() {
        NoticeReading reading =
                Notices.read("豫改办〔2021〕7号\n从2021年10月份开始，用3个月时间开展整治。\n第一阶段：动员（11月5日前）。\n第二阶段：总结（12月20日前）。");

        assertThat(written(reading.start())).isEqualTo("READ 2021-10-01");
        assertThat(written(reading.end())).isEqualTo("PROPOSED 2021-12-20");
    }

    @Test
    void statementsThatDifferTellNoEndAndAreQuoted() {
        NoticeReading reading = Notices.read("豫改办〔2021〕7号\n一、要求\n集中整治违建，11月底前全部完成。集中整治围挡，年底前全部完成。" + PRINTED);

        assertThat(reading.end()).isNull();
        assertThat(reading.notFound())
                .extracting(missing -> missing.field() + " " + missing.message().zh())
                .contains("end 未能从文中识别结束时间；未能判断是否与此有关的句子：“集中整治违建，11月底前全部完成。”“集中整治围挡，年底前全部完成。”");
    }

    @Test
    void aDayThatMayBeMeantIsQuoted() {
        NoticeReading reading = Notices.read("豫改办〔2021〕7号\n一、要求\n力争年底前实现整改目标。" + PRINTED);

        assertThat(reading.end()).isNull();
        assertThat(reading.notFound())
                .extracting(missing -> missing.field() + " " + missing.message().zh())
                .contains("end 未能从文中识别结束时间；未能判断是否与此有关的句子：“力争年底前实现整改目标。”");
    }

    private static String written(ReadDate date) {
        return date == null ? "none" : date.mark() + " " + date.value();
    }
}
