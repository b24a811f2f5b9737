package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences within a phase, and what is demanded by them. */
class DemandReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "各市整改方案请于2021年10月31日前报省领导小组办公室。|READ PLAN 整改方案 2021-10-31",
                "请于10月31日前将实施方案报送我厅。|READ PLAN 实施方案 2021-10-31",
                "各市要制定工作方案，明确措施，于10月31日前上报。|READ PLAN 工作方案 2021-10-31",
                "形成总结报告（包括整改方案落实情况），于11月20日前报省厅。|READ SUMMARY_REPORT 总结报告 2021-11-20",
                "请于10月28日前报送《整改方案》。|READ PLAN 整改方案 2021-10-28",
                "各市工作总结要及时报送省厅。|PROPOSED SUMMARY_REPORT 工作总结 -",
                "各市于11月上旬报送整改方案。|PROPOSED PLAN 整改方案 2021-11-10",
                "整改方案落实情况于11月20日前报送省厅。|PROPOSED null 落实情况 2021-11-20",
                "各市问题台账于10月25日前报省厅。|PROPOSED null 问题台账 2021-10-25"
            })
    void filings(String sentence, String demand) {
        assertThat(demands(sentence)).containsExactly(demand);
    }

    @Test
    void whoFilesStandsBehindTheNumberOfTheSection() {
        assertThat(reading("1.各市问题台账于10月25日前报省厅。").phases().get(0).demands())
                .extracting(ReadDemand::owedBy)
                .containsExactly(ReadDemand.OwedBy.OFFICES);
    }

    @Test
    void severalFilingsInOneSentenceEachWithItsDay() {
        assertThat(demands("请于10月25日前报送整改方案，11月25日前报送工作总结。"))
                .containsExactly("READ PLAN 整改方案 2021-10-25", "READ SUMMARY_REPORT 工作总结 2021-11-25");
    }

    /** The day is that of the filing, wherever it stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10月31日前，各市要结合实际制定整改方案，报省工程建设项目审批制度改革领导小组办公室。|READ PLAN 整改方案 2021-10-31",
                "请各市于10月31日前，将整改方案报省厅。|READ PLAN 整改方案 2021-10-31",
                "各市于10月31日前完成自查并报送总结报告。|READ SUMMARY_REPORT 总结报告 2021-10-31",
                "各市于10月31日前及时报送整改方案。|READ PLAN 整改方案 2021-10-31",
                "各市整改方案经市政府同意后，于10月31日前报省厅。|READ PLAN 整改方案 2021-10-31",
                "请各市10月25日前召开专题会议，并将整改方案于10月31日前报省厅。|READ PLAN 整改方案 2021-10-31",
                "请各市于10月31日（星期日）下班前将整改方案报省厅。|READ PLAN 整改方案 2021-10-31",
                "各地要结合实际，制定整改方案，细化措施，10月31日前报省厅。|READ PLAN 整改方案 2021-10-31",
                "各市整改方案10月25日前报市政府审定后，10月31日前报省厅。|READ PLAN 整改方案 2021-10-31",
                "整改方案于10月31日前经市政府审定后报送省厅。|READ PLAN 整改方案 2021-10-31",
                "原定10月25日前报送的整改方案延期至10月31日前报送。|READ PLAN 整改方案 2021-10-31",
                "各市报送整改方案（10月31日前）。|READ PLAN 整改方案 2021-10-31",
                "整改方案报送截止时间为10月31日。|READ PLAN 整改方案 2021-10-31",
                "10月25日前报送整改方案（初稿），10月31日前报送整改方案。|READ PLAN 整改方案 2021-10-31"
            })
    void theDayOfAFiling(String sentence, String demand) {
        assertThat(demands(sentence)).containsExactly(demand);
    }

    /** The day stands in another clause, and may be meant of the filing, too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11月20日前完成整改，并报送总结报告。|2021-11-20",
                "11月20日前完成整改，形成总结报告，报省厅。|2021-11-20",
                "11月20日前撰写总结报告，报省厅。|2021-11-20",
                "11月20日前，各地召开总结会，形成总结报告，报省厅。|2021-11-20",
                "请各市抓紧报送总结报告，报送时间不晚于11月20日。|2021-11-20"
            })
    void aDayThatIsOnlyImplied(String sentence, String day) {
        assertThat(demands(sentence)).containsExactly("PROPOSED SUMMARY_REPORT 总结报告 " + day);
        assertThat(reading(sentence).phases().get(0).demands())
                .extracting(demand -> demand.deadline().mark())
                .containsExactly(Mark.PROPOSED);
    }

    /** The day is that of something else, or it is not clear of what. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "各地要于10月20日前召开动员会，会后抓紧报送整改方案。",
                "各地要及时报送整改方案，10月20日前召开动员会。",
                "各市要抓紧报送整改方案，会议时间为10月25日。",
                "各市于10月25日前将整改方案印发各县，及时报省厅。",
                "10月底前完成自查，整改方案另行通知报送。",
                "10月底前，各地召开动员会，会后报送整改方案。",
                "各地于10月20日前召开动员会后报送整改方案。",
                "各地于10月20日前召开动员会并及时报送整改方案。",
                "各市要抓紧制定整改方案，10月25日前启动整改，整改方案报省厅。",
                "根据10月20日会议要求，各市要抓紧报送整改方案。",
                "会议定于10月25日，请各市报送整改方案。",
                "10月20日，省政府召开会议，要求各市报送整改方案。",
                "10月22日全省动员会召开后，各市要迅速制定整改方案报省厅。",
                "截至10月20日的情况写入后，整改方案报送省厅。",
                "制定整改方案（包括10月25日前动员情况），及时报省厅。",
                "自10月20日起开展自查，整改方案报送省厅。",
                "10月20日至11月10日开展自查，各市及时上报整改方案。",
                "11月15日至20日，省厅将组织核查，各市提前报送整改方案。",
                "省厅11月10日前开展督导，各市及时报送整改方案。",
                "请各市抓紧报送整改方案，我厅将于10月31日前汇总上报省政府。",
                "请于10月25日前、11月20日前分别报送整改方案。"
            })
    void theDayOfSomethingElseIsNotTakenAndThatIsSaid(String sentence) {
        assertThat(demands(sentence)).containsExactly("PROPOSED PLAN 整改方案 -");
        assertThat(reading(sentence).notFound())
                .extracting(missing -> missing.message().zh())
                .contains("有一处报送要求，未能确定句中的日期是不是其时限：“" + sentence + "”");
    }

    @Test
    void severalDaysInARowBelongToNoneOfTheFilings() {
        assertThat(demands("整改方案和总结报告分别于10月25日前、11月20日前报送省厅。"))
                .containsExactly("PROPOSED PLAN 整改方案 -", "PROPOSED SUMMARY_REPORT 总结报告 -");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "整改方案于10月25日前，总结报告于11月20日前报送省厅。",
                "请各市于10月25日前将整改方案，11月20日前将总结报告报送省厅。",
                "请于10月25日前报送整改方案、11月20日前报送总结报告。",
                "请于10月25日前将整改方案、11月20日前将总结报告报送省厅。",
                "整改方案于10月25日前、总结报告于11月20日前报送省厅。"
            })
    void eachOfTwoFilingsHasItsDay(String sentence) {
        assertThat(demands(sentence))
                .containsExactly("READ PLAN 整改方案 2021-10-25", "READ SUMMARY_REPORT 总结报告 2021-11-20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "我办于11月25日前将全省总结报告上报住房和城乡建设部。|PROPOSED null 总结报告 2021-11-25",
                "省直有关部门于11月25日前报送总结报告。|PROPOSED null 总结报告 2021-11-25",
                "各县（市、区）于11月10日前将总结报告报市工改办。|PROPOSED null 总结报告 2021-11-10",
                "各成员单位于11月25日前报送总结报告。|PROPOSED SUMMARY_REPORT 总结报告 2021-11-25"
            })
    void whatOthersFileIsNoFilingOfTheOfficesByWhatStandsThere(String sentence, String demand) {
        assertThat(demands(sentence)).containsExactly(demand);
    }

    @Test
    void anUndatedFilingOutsideThePhasesIsSaidWhereTheDayOfItsSentenceIsAnothers() {
        NoticeReading reading = Notices.read("豫改办〔2021〕7号\n各地要于10月20日前召开动员会，会后抓紧报送整改方案。");

        assertThat(reading.demandsOutsidePhases()).isEmpty();
        assertThat(reading.notFound())
                .extracting(missing -> missing.message().zh())
                .contains("有一处报送要求，未能确定句中的日期是不是其时限：“各地要于10月20日前召开动员会，会后抓紧报送整改方案。”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "省厅将于11月10日前审核各市报送的整改方案。",
                "各市已于10月20日前报送整改方案，省厅将组织评审。",
                "凡10月31日前未上报整改方案，一律通报批评。",
                "各市10月31日前不得上报整改方案。",
                "10月31日前完成整改的，不再报送整改方案。",
                "鼓励各市10月31日前报送工作总结。",
                "各市要把10月31日前需完成的任务列入整改方案，报省厅。",
                "各市要落实整改方案，排查问题，于11月5日前将有关情况报省厅。",
                "各市要尽快制定整改方案。",
                "按照整改方案要求，遇到问题于10月31日前报告。",
                "对整改情况进行总结，并通报省直各部门。",
                "重大情况要及时报告。",
                "各市于10月31日前完成整改方案。",
                "省厅每两月通报整改情况。"
            })
    void whatIsNotFiled(String sentence) {
        assertThat(demands(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "省厅将组织召开全省工作推进会。|PROPOSED PROMOTION_MEETING 推进会 -",
                "我厅将组织培训，对各市开展一次针对性培训。|PROPOSED TARGETED_TRAINING 针对性培训 -",
                "省厅组织先进地市进行经验交流。|PROPOSED EXPERIENCE_EXCHANGE 经验交流 -",
                "省厅邀请营商环境领域专家进行授课。|PROPOSED EXPERT_LECTURE 专家授课 -",
                "各省辖市要组织市直单位开展专题培训。|PROPOSED SPECIAL_TRAINING 专题培训 -",
                "召开全省工作推进会。|PROPOSED PROMOTION_MEETING 推进会 -"
            })
    void actions(String sentence, String demand) {
        assertThat(demands(sentence)).containsExactly(demand);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "各市要召开工作推进会。",
                "各地要加强经验交流。",
                "省厅将开展专题培训。",
                "鼓励各地开展专题培训。",
                "有条件的可邀请专家授课。",
                "邀请专家指导，组织干部授课。",
                "全面学习先进地区经验做法。"
            })
    void whatIsOnlyEncouragedOrOwedByNobodyHere(String sentence) {
        assertThat(demands(sentence)).isEmpty();
    }

    @Test
    void whatIsDemandedTwiceIsKeptOnceAsItIsSaidMostClearly() {
        assertThat(demands("各市整改方案要及时报送。请于10月31日前报送整改方案。各市整改方案于11月5日前报省厅。"))
                .containsExactly("READ PLAN 整改方案 2021-10-31");
    }

    @Test
    void whatIsFiledAgainAndAgainIsSaid() {
        NoticeReading reading = reading("各市于每月25日前报送整改台账。");

        assertThat(reading.phases().get(0).demands()).isEmpty();
        assertThat(reading.notFound())
                .extracting(missing -> missing.message().zh())
                .contains("有一处定期报送的要求，不能作为一项应办事项列出：“各市于每月25日前报送整改台账。”");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThat(reading("请于10月31日前报送有关资料。").notFound())
                .extracting(missing -> missing.message().zh())
                .contains("有一处报送要求，未能识别报送什么：“请于10月31日前报送有关资料。”");
    }

    @Test
    void aSentenceThatIsTooLongIsSaidWithItsBeginning() {
        String filing = "各市整改方案请于10月31日前报省厅，并";
        String longest = filing + "认".repeat(999 - filing.length()) + "。";
        String longer = filing + "认".repeat(1_000 - filing.length()) + "。";
        String said = "有一句话太长，其中的要求和日期未作识别：“" + longer.substring(0, 500) + "…”";

        assertThat(demands(longest)).containsExactly("READ PLAN 整改方案 2021-10-31");
        assertThat(demands(longer)).isEmpty();
        assertThat(reading(longer).notFound())
                .extracting(missing -> missing.field() + " " + missing.message().zh())
                .contains("phases[0].demands " + said);
        assertThat(Notices.read(longer).notFound())
                .extracting(missing -> missing.field() + " " + missing.message().zh())
                .contains("phases " + said);
    }

    @Test
    void aFilingOutsideThePhasesGoesToTheFirstThatLastsUntilItsDay() {
        NoticeReading reading = Notices.read("""
                豫改办〔2021〕7号
                一、时间安排
                第一阶段：动员部署（10月31日前）。
                第二阶段：整改总结（12月31日前）。
                二、报送要求
                请于11月1日前报送整改方案。请于2022年1月1日前报送工作总结。
                """);

        assertThat(reading.phases().get(0).demands()).isEmpty();
        assertThat(reading.phases().get(1).demands())
                .extracting(DemandReaderTest::written)
                .containsExactly("PROPOSED PLAN 整改方案 2021-11-01");
        assertThat(reading.demandsOutsidePhases())
                .extracting(DemandReaderTest::written)
                .containsExactly("READ SUMMARY_REPORT 工作总结 2022-01-01");
    }

    private static List<String> demands(String sentences) {
        return reading(sentences).phases().get(0).demands().stream()
                .map(DemandReaderTest::written)
                .toList();
    }

    private static NoticeReading reading(String sentences) {
        return Notices.read("豫改办〔2021〕7号\n一、时间安排\n第一阶段：集中整治\n时间节点：11月30日前\n" + sentences);
    }

    private static String written(ReadDemand demand) {
        Object day = demand.deadline() == null ? "-" : demand.deadline().value();
        return demand.mark() + " " + demand.code() + " " + demand.title() + " " + day;
    }
}
