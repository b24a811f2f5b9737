package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.plan.notice.text.LineJoiner;
import io.zhenggai.plan.notice.text.Lines;
import io.zhenggai.plan.notice.text.Paragraph;
import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void aSentenceIsQuotedWhole() {
        String sentence = "甲".repeat(500);

        assertThat(Quote.of(paragraph(sentence).all()).sentence()).isEqualTo(sentence);
    }

    @Test
    void ofALongOneWhatSurroundsThePlace() {
        Paragraph paragraph = paragraph("甲".repeat(400) + "乙" + "丙".repeat(400));

        Quote quote = Quote.of(paragraph.all(), 400);

        assertThat(quote.sentence()).isEqualTo("…" + "甲".repeat(200) + "乙" + "丙".repeat(299) + "…");
    }

    @Test
    void noCharacterIsCutInTheMiddle() {
        Paragraph paragraph = paragraph("甲" + "\uD840\uDC00".repeat(400));

        for (int place = 0; place < 600; place++) {
            String quoted = Quote.of(paragraph.all(), place).sentence();
            assertThat(quoted.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF))
                    .isEmpty();
        }
    }

    @Test
    void theLineIsTheOneInWhichItBegins() {
        Paragraph paragraph = LineJoiner.join(Lines.of("\n甲，\n乙。")).paragraphs().get(0);

        assertThat(Quote.of(paragraph.all()).line()).isEqualTo(2);
    }

    private static Paragraph paragraph(String text) {
        return LineJoiner.join(Lines.of(text)).paragraphs().get(0);
    }
}
