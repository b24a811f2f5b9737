package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "全省营商环境评价中发现的问题；|EVALUATION",
                "企业和群众反映强烈的问题；|PUBLIC_PAIN_POINT",
                "住房和城乡建设部每两月工作通报中反映的问题；|NATIONAL_CIRCULAR",
                "省领导小组办公室工作简报反映的问题；|PROVINCIAL_BRIEFING",
                "系统运行成绩单反映的问题；|SYSTEM_SCORECARD",
                "“体外循环”专项整治发现的问题；|HIDDEN_APPROVAL_CAMPAIGN",
                "通过微信小程序反映的问题；|MINI_PROGRAM",
                "各地自查发现的问题；|SELF_INSPECTION",
                "督查调研发现的问题。|OTHER_SUPERVISION",
                "12345热线转办的问题。|null"
            })
    void anEntryIsToldByItsWords(String entry, String code) {
        assertThat(sources("一、整改内容\n（一）" + entry)).containsExactly(code + " " + entry.substring(0, entry.length() - 1));
    }

    @Test
    void anEntryThatNamesTwoSourcesBecomesTwo() {
        assertThat(sources("一、整改内容\n（一）工作简报和每周成绩单中反映的问题；"))
                .containsExactly("PROVINCIAL_BRIEFING 工作简报", "SYSTEM_SCORECARD 每周成绩单中反映的问题");
    }

    @Test
    void aSourceIsTakenOnce() {
        assertThat(sources("一、整改内容\n（一）自查发现的问题；\n（二）各部门自查的问题；")).containsExactly("SELF_INSPECTION 自查发现的问题");
    }

    @Test
    void onlyTheLowestEntriesCount() {
        assertThat(sources("一、整改内容\n（一）改革不到位的问题。\n1.自查发现的问题；\n2.成绩单反映的问题。"))
                .containsExactly("SELF_INSPECTION 自查发现的问题", "SYSTEM_SCORECARD 成绩单反映的问题");
    }

    @Test
    void aListWithoutNumbersIsPartedBySemicolons() {
        assertThat(sources("一、整改内容\n重点整改以下问题：自查发现的问题；其他问题。")).containsExactly("SELF_INSPECTION 自查发现的问题", "null 其他问题");
    }

    @Test
    void runningTextIsNoList() {
        assertThat(sources("一、整改内容\n针对自查发现的问题，认真整改。")).isEmpty();
    }

    @Test
    void supervisionIsProposedWhereTheNoticeAnnouncesIt() {
        NoticeReading reading = Notices.read("一、整改内容\n（一）自查发现的问题。\n二、要求\n省厅将深入市县开展专题调研。");

        assertThat(reading.sources())
                .extracting(source -> source.mark() + " " + source.code())
                .containsExactly("READ SELF_INSPECTION", "PROPOSED OTHER_SUPERVISION");
    }

    @Test
    void withoutSuchASectionThereAreNone() {
        assertThat(sources("一、工作要求\n（一）认真自查。\n（二）开展专题调研。")).isEmpty();
    }

    private static List<String> sources(String text) {
        return Notices.read(text).sources().stream()
                .map(source -> source.code() + " " + source.name())
                .toList();
    }
}
