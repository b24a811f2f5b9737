package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.plan.notice.text.Line;
import io.zhenggai.plan.notice.text.Lines;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"二0二四", "二〇二四", "二○二四", "二Ｏ二四", "二O二四", "二零二四"})
    void zeroIsWrittenInManyWays(String year) {
        assertThat(read("正文。\n省住房和城乡建设厅\n" + year + "年四月十二日").signing().number())
                .isEqualTo(3);

        ReadDate printedOn =
                Notices.read("关于开展整治的通知\n正文。\n省住房和城乡建设厅\n" + year + "年四月十二日").printedOn();
        assertThat(printedOn.value()).isEqualTo(LocalDate.of(2024, 4, 12));
        assertThat(printedOn.mark()).isEqualTo(Mark.PROPOSED);
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
