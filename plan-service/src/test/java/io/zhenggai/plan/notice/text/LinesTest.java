package io.zhenggai.plan.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    @Test
    void numbersCountWhatIsLeftOut() {
        assertThat(Lines.of("甲\n\n— 1 —\n\n乙")).extracting(Line::number).containsExactly(1, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\f", "\u000B", "\u0085", "\u2028", "\u2029"})
    void everySignThatEndsALineDoes(String end) {
        assertThat(Lines.of("甲" + end + "乙" + end))
                .extracting(line -> line.number() + line.text())
                .containsExactly("1甲", "2乙");
    }

    @ParameterizedTest
    @ValueSource(strings = {"— 1 —", "—1—", "- 12 -", "－ 3 －", "–100–", "第 3 页", "第1页 共5页", "　　— 2 —", "~7~"})
    void pageNumbersSayNothing(String line) {
        assertThat(Lines.of(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "—", "— 1234 —", "-1", "第三页见附件", "2021-10-31", "第一阶段"})
    void whatIsNoPageNumberStays(String line) {
        assertThat(Lines.of(line)).extracting(Line::text).containsExactly(line);
    }

    @Test
    void blanksOfAllKindsAreOneAndWhatIsInvisibleIsGone() {
        List<Line> lines = Lines.of("\uFEFF\u3000\u3000甲\u00A0\t乙\u200B丙 ");

        assertThat(lines).containsExactly(new Line(1, "甲 乙丙", 4));
    }

    @Test
    void aParagraphBeginsTwoSquaresIn() {
        assertThat(Lines.of("\u3000\u3000甲").get(0).isIndented()).isTrue();
        assertThat(Lines.of("\t甲").get(0).isIndented()).isTrue();
        assertThat(Lines.of("\u3000 甲").get(0).isIndented()).isFalse();
    }

    @Test
    void aTextWithoutLinesHasNone() {
        assertThat(Lines.of("")).isEmpty();
        assertThat(Lines.of(" \n\u3000\r\n\t")).isEmpty();
    }
}
