package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.plan.notice.text.Line;
import io.zhenggai.plan.notice.text.Lines;
import org.junit.jupiter.api.Test;

class FootReaderTest {

    @Test
    void whoPrintedItAndWhen() {
        Foot foot = read("正文。\n省住建厅办公室 2021年10月19日印发");

        assertThat(foot.printer().value()).isEqualTo("省住建厅办公室");
        assertThat(foot.printing().number()).isEqualTo(2);
        assertThat(foot.body()).extracting(Line::text).containsExactly("正文。");
    }

    @Test
    void orInTwoLines() {
        Foot foot = read("正文。\n省住建厅办公室\n2021年10月19日印发");

        assertThat(foot.printer().value()).isEqualTo("省住建厅办公室");
        assertThat(foot.body()).extracting(Line::text).containsExactly("正文。");
    }

    @Test
    void copiesGoOnUntilTheirFullStop() {
        Foot foot = read("正文。\n抄送：省委办公厅，省\n人大办公厅。\n后文。");

        assertThat(foot.copies()).extracting(Read::value).containsExactly("省委办公厅", "省人大办公厅");
        assertThat(foot.body()).extracting(Line::text).containsExactly("正文。", "后文。");
    }

    @Test
    void copiesWithoutAFullStopEndBeforeTheLineOfThePrinter() {
        Foot foot = read("抄送：省委办公厅，省人大办公厅\n省住建厅办公室 2021年10月19日印发");

        assertThat(foot.copies()).extracting(Read::value).containsExactly("省委办公厅", "省人大办公厅");
        assertThat(foot.printing()).isNotNull();
    }

    @Test
    void whoSignedItStandsAboveTheDate() {
        Foot foot = read("正文。\n省住房和城乡建设厅\n二〇二一年十月十九日\n附件\n方案");

        assertThat(foot.signer().value()).isEqualTo("省住房和城乡建设厅");
        assertThat(foot.signing().number()).isEqualTo(3);
    }

    @Test
    void aSentenceAboutPrintingIsNoFoot() {
        assertThat(read("现将方案于2021年10月19日印发。").printing()).isNull();
        assertThat(read("现将方案印发").printing()).isNull();
    }

    private static Foot read(String text) {
        return FootReader.read(Lines.of(text));
    }
}
