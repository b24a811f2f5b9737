package io.zhenggai.plan.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineJoinerTest {

    private static final String LONG_ENTRY = "1.住房和城乡建设部工程建设项目审批制度改革工作领导小组";

    @Test
    void aLineThatBreaksOffAtACommaGoesOn() {
        assertThat(joined("宣传推广先进经验，", "各地要充分运用。")).containsExactly("宣传推广先进经验，各地要充分运用。");
    }

    @Test
    void aLineThatBreaksOffWithinABracketGoesOn() {
        assertThat(joined("总结报告（包括开展情况", "和主要做法）按时报送。")).containsExactly("总结报告（包括开展情况和主要做法）按时报送。");
    }

    @Test
    void aLineThatEndsASentenceDoesNot() {
        assertThat(joined("认真落实。", "第二段。")).hasSize(2);
        assertThat(joined("要求（见附件）。", "第二段。")).hasSize(2);
        assertThat(joined("他说“好。”", "第二段。")).hasSize(2);
    }

    @Test
    void runningTextWithoutAnEndGoesOn() {
        assertThat(joined("请于10月31日前报送，在工作中遇到", "的重大情况，要及时报告。")).containsExactly("请于10月31日前报送，在工作中遇到的重大情况，要及时报告。");
    }

    @Test
    void headingsDoNotGoOn() {
        assertThat(joined("一、指导思想", "坚持以评促改。")).hasSize(2);
        assertThat(joined("第一阶段：动员部署", "各地要动员。")).hasSize(2);
        assertThat(joined("时间节点：10月31日前", "各地要动员。")).hasSize(2);
        assertThat(joined("2021年河南省办理建筑许可整改提升工作方案", "按照部署，制定本方案。")).hasSize(2);
    }

    @Test
    void nothingGoesOnIntoANumber() {
        assertThat(joined("反映的问题，", "2.其他问题。")).hasSize(2);
    }

    @Test
    void aLongEntryGoesOnWhereTheNextOneEndsLikeAnEntry() {
        assertThat(joined(LONG_ENTRY, "组办公室反映的问题；", "2.其他问题；")).containsExactly(LONG_ENTRY + "组办公室反映的问题；", "2.其他问题；");
    }

    @Test
    void aLongHeadingDoesNotWhereTheNextOneIsAHeading() {
        assertThat(joined(LONG_ENTRY, "各地要落实。", "2.加强领导", "各地要加强。")).hasSize(4);
    }

    @Test
    void linesThatReachTheMarginGoOn() {
        String full = "坚持问题导向聚焦办理建筑许可全流程压减环节时间和成本";
        assertThat(joined(full, full, full, "提升。")).containsExactly(full.repeat(3) + "提升。");
    }

    @Test
    void anIndentedLineBeginsAParagraphAlsoBehindAFullLine() {
        String full = "坚持问题导向聚焦办理建筑许可全流程压减环节时间和成本";
        assertThat(joined(full, "　　" + full, full, full, "提升。")).hasSize(2);
    }

    @Test
    void eachBreakIsTold() {
        Joined joined = LineJoiner.join(Lines.of("遇到的情况，\n\n要及时报告。"));

        assertThat(joined.breaks()).containsExactly(new BrokenLine(1, 3, "遇到的情况，", "要及时报告。"));
        assertThat(joined.paragraphs().get(0).lineAt(5)).isEqualTo(1);
        assertThat(joined.paragraphs().get(0).lineAt(6)).isEqualTo(3);
    }

    private static List<String> joined(String... lines) {
        return LineJoiner.join(Lines.of(String.join("\n", lines))).paragraphs().stream()
                .map(Paragraph::text)
                .toList();
    }
}
