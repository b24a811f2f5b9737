package io.zhenggai.plan.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void sentencesKeepTheirEndsAndTheClosingSignsBehind() {
        assertThat(paragraph("甲。他说“好！”乙；丙").all().sentences())
                .extracting(Span::text)
                .containsExactly("甲。", "他说“好！”", "乙；", "丙");
    }

    @Test
    void blanksAtTheEndsAreLeftOut() {
        assertThat(new Span(paragraph("甲。 乙 "), 2, 5).text()).isEqualTo("乙");
    }

    @Test
    void nothingHasNoSentences() {
        Span nothing = new Span(paragraph("甲 "), 1, 2);

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.sentences()).isEmpty();
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(text, List.of(new Paragraph.Piece(0, 1)));
    }
}
