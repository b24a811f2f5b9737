package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseReaderTest {

    private static final String NUMBER = "豫改办〔2021〕7号\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第一阶段：动员部署（10月31日前）\n第二阶段：整改总结（12月底前）",
                "一、安排\n第1阶段 动员部署\n时间：10月31日前\n第2阶段 整改总结\n时间：12月底前",
                "一、步骤安排\n（一）动员部署（10月31日前）。\n（二）整改总结（12月底前）。\n二、要求\n（一）加强领导",
                "一、安排\n1.第一阶段：动员部署（10月31日前）。\n2.第二阶段：整改总结（12月底前）。",
                "一、安排。第一阶段（10月31日前）为动员部署。第二阶段（12月底前）为整改总结。",
                "二、实施步骤\n①动员部署：10月31日前。\n②整改总结：12月底前。"
            })
    void phasesInManyLayouts(String text) {
        assertThat(written(NUMBER + text)).containsExactly("1 动员部署 2021-10-31 READ", "2 整改总结 2021-12-31 READ");
    }

    @Test
    void calledPhasesWithoutNumbers() {
        assertThat(written(NUMBER + "动员部署阶段（10月31日前）。各市要动员。\n整改总结阶段（12月底前）。各市要总结。"))
                .containsExactly("1 动员部署阶段 2021-10-31 READ", "2 整改总结阶段 2021-12-31 READ");
    }

    @Test
    void aSentenceThatSpeaksOfAPhaseIsNone() {
        assertThat(written(NUMBER + "现阶段，各市要加强领导。\n下一阶段，各市要巩固成果。")).isEmpty();
    }

    @Test
    void requirementsAreNoPhases() {
        assertThat(written(NUMBER + "四、工作要求\n（一）加强领导，压实责任。\n（二）10月31日前完成整改。")).isEmpty();
    }

    @Test
    void theLabelGoesBeforeThePeriodInTheHeading() {
        assertThat(written(NUMBER + "第一阶段：动员部署（10月）\n时间节点：10月25日前")).containsExactly("1 动员部署 2021-10-25 READ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（一）动员部署阶段\n（2021年10月20日至10月31日）\n各市要动员。\n（二）总结阶段",
                "（一）动员部署阶段。时间：2021年10月20日至10月31日。各市要动员。\n（二）总结阶段"
            })
    void thePeriodMayStandBehindTheName(String text) {
        ReadPhase first = Notices.read(NUMBER + "一、步骤\n" + text).phases().get(0);

        assertThat(first.deadline().value()).isEqualTo(LocalDate.of(2021, 10, 31));
        assertThat(first.deadline().mark()).isEqualTo(Mark.READ);
        assertThat(first.from().value()).isEqualTo(LocalDate.of(2021, 10, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021年12月15-20日",
                "2021年12月15日-20日",
                "12月15日至20日",
                "12月15－20日",
                "12月15—20日",
                "12月15~20日",
                "12月15～20日"
            })
    void aFewDaysOfOneMonth(String days) {
        ReadPhase last = Notices.read(NUMBER + "（一）动员部署阶段（10月底前）\n（二）第二阶段：集中整治阶段（11月）\n（三）第三阶段：总结验收阶段（" + days + "）。")
                .phases()
                .get(2);

        assertThat(last.name().value()).isEqualTo("总结验收阶段");
        assertThat(last.from().value()).isEqualTo(LocalDate.of(2021, 12, 15));
        assertThat(last.deadline().value()).isEqualTo(LocalDate.of(2021, 12, 20));
        assertThat(last.deadline().mark()).isEqualTo(Mark.READ);
    }

    @Test
    void aTimeThatIsNoDayIsQuoted() {
        NoticeReading reading = Notices.read(NUMBER + "第一阶段：动员部署。各市要于元旦前完成动员。");

        assertThat(reading.phases().get(0).deadline()).isNull();
        assertThat(reading.notFound())
                .extracting(missing -> missing.field() + " " + missing.message().zh())
                .contains("phases[0].deadline 未能从文中识别第 1 阶段的时间节点；未能判断是否与此有关的句子：“各市要于元旦前完成动员。”");
    }

    @Test
    void whereNoDeadlineIsSaidTheLastThingToBeDoneProposesOne() {
        assertThat(written(NUMBER + "第一阶段：动员部署\n各市10月20日前动员，整改方案于10月25日前报省厅，会议定于11月1日。"))
                .containsExactly("1 动员部署 2021-10-25 PROPOSED");
    }

    @Test
    void aPhaseWithoutAnyDayHasNoDeadlineAndThatIsSaid() {
        NoticeReading reading = Notices.read(NUMBER + "第一阶段：动员部署。各市要动员。");

        assertThat(reading.phases().get(0).deadline()).isNull();
        assertThat(reading.notFound())
                .extracting(missing -> missing.field() + " " + missing.message().zh())
                .contains("phases[0].deadline 未能从文中识别第 1 阶段的时间节点");
    }

    @Test
    void noPhaseIsPutBeforeTheOneAboveIt() {
        assertThat(written(NUMBER + "第一阶段：动员部署（12月底前）\n第二阶段：整改总结（2月底前）"))
                .containsExactly("1 动员部署 2021-12-31 READ", "2 整改总结 NO_YEAR_FITS READ");
    }

    @Test
    void aPhaseStaysInTheYearThatTheOneAboveItHasComeTo() {
        assertThat(written(NUMBER + "第一阶段：动员部署（2022年1月底前）\n第二阶段：整改总结（3月底前）"))
                .containsExactly("1 动员部署 2022-01-31 READ", "2 整改总结 2022-03-31 PROPOSED");
    }

    @Test
    void ordinalsAreAsInTheNotice() {
        assertThat(written(NUMBER + "第一阶段：动员部署（10月底前）\n第三阶段：整改总结（12月底前）"))
                .containsExactly("1 动员部署 2021-10-31 READ", "3 整改总结 2021-12-31 READ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"行动分动员部署、集中整治、总结提升三个阶段进行。", "行动分为动员部署、集中整治和总结提升3个阶段。", "行动分三个阶段：动员部署、集中整治、总结提升。"})
    void phasesThatAreOnlyAnnouncedHaveTheirNames(String sentence) {
        assertThat(Notices.read(sentence).phases())
                .extracting(phase -> phase.ordinal() + " " + phase.name().value() + " " + phase.deadline())
                .containsExactly("1 动员部署 null", "2 集中整治 null", "3 总结提升 null");
    }

    @Test
    void phasesThatAreOnlyCountedAreSaidToBeMissing() {
        NoticeReading reading = Notices.read("行动分三个阶段进行，具体安排另行通知。");

        assertThat(reading.phases()).isEmpty();
        assertThat(reading.notFound())
                .extracting(missing -> missing.message().zh())
                .contains("文中说分 3 个阶段，但未能从文中识别各阶段的名称和时间");
    }

    private static List<String> written(String text) {
        return Notices.read(text).phases().stream()
                .map(phase -> phase.ordinal() + " " + phase.name().value() + " "
                        + (phase.deadline().value() == null
                                ? phase.deadline().unknown()
                                : phase.deadline().value())
                        + " " + phase.deadline().mark())
                .toList();
    }
}
