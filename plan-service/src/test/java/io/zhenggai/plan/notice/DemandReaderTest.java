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

    @ParameterizedTest
    @ValueSource(
            strings = {
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
