package io.zhenggai.plan.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void levelsNestAsTheyCome() {
        assertThat(outline("一、甲\n（一）乙\n1.丙\n①丁\n②戊\n（二）己\n二、庚")).isEqualTo("甲(乙(丙(丁,戊)),己),庚");
    }

    @Test
    void anyKindMayBeTheUppermost() {
        assertThat(outline("1.甲\n（1）乙\n（2）丙\n2.丁")).isEqualTo("甲(乙,丙),丁");
    }

    @Test
    void phasesBelongToTheirSectionAndEndWithIt() {
        assertThat(outline("三、时间安排\n第一阶段：动员\n第二阶段：培训\n四、要求")).isEqualTo("时间安排(动员,培训),要求");
    }

    @Test
    void numbersBehindASentenceWithinAParagraphCount() {
        assertThat(outline("一、甲。（一）乙；（二）丙。")).isEqualTo("甲(乙,丙)");
    }

    @Test
    void attachmentsAreNoParts() {
        assertThat(outline("一、甲\n附件：1.表一 2.表二")).isEqualTo("甲");
    }

    @Test
    void whatHasNoNumberBelongsToThePartAboveIt() {
        Outline outline =
                Outline.of(LineJoiner.join(Lines.of("引言。\n一、甲\n正文。\n（一）乙\n细目。")).paragraphs());

        assertThat(outline.intro()).extracting(Paragraph::text).containsExactly("引言。");
        assertThat(outline.sections().get(0).body()).extracting(Paragraph::text).containsExactly("正文。");
        assertThat(outline.paragraphs())
                .extracting(Paragraph::text)
                .containsExactly("引言。", "一、甲", "正文。", "（一）乙", "细目。");
    }

    @Test
    void aPartOfAParagraphKnowsItsLine() {
        Outline outline = Outline.of(LineJoiner.join(Lines.of("一、甲，\n乙。（一）丙；")).paragraphs());

        Section child = outline.sections().get(0).children().get(0);
        assertThat(child.text().text()).isEqualTo("丙；");
        assertThat(child.text().line()).isEqualTo(2);
    }

    private static String outline(String text) {
        return written(Outline.of(LineJoiner.join(Lines.of(text)).paragraphs()).sections());
    }

    private static String written(List<Section> sections) {
        return sections.stream()
                .map(section -> section.heading().text()
                        + (section.children().isEmpty() ? "" : "(" + written(section.children()) + ")"))
                .collect(Collectors.joining(","));
    }
}
