package io.zhenggai.issue.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {

    @ParameterizedTest
    @CsvSource({"ＢＩＭ系统, bim系统", "施工　许可, 施工许可", "第 7 期, 第7期", "〔２０２１〕７号, 〔2021〕7号"})
    void widthCaseAndBlanksDoNotTellTextsApart(String written, String folded) {
        assertThat(Folded.of(List.of(written)).text()).isEqualTo(folded);
    }

    @Test
    void textsThatAreNotThereAreLeftOutAndTheOthersKeptApart() {
        assertThat(Folded.of(Arrays.asList("施工", null, "", " ", "许可")).text()).isEqualTo("施工\n许可");
    }

    @Test
    void pairsDoNotReachOverTheBoundaryOfTwoTexts() {
        int[] pairs = Folded.of(List.of("施工", "许可")).pairs();

        assertThat(pairs).containsExactlyInAnyOrder('施' << 16 | '工', '许' << 16 | '可');
    }

    @Test
    void everyPairIsThereOnce() {
        assertThat(Folded.of(List.of("工工工工")).pairs()).containsExactly('工' << 16 | '工');
        assertThat(Folded.of(List.of("工")).pairs()).isEmpty();
    }

    @Test
    void aRareIdeographIsOneCharacterAndAPairByItself() {
        Folded rare = Folded.of(List.of("𠮷"));

        assertThat(rare.length()).isOne();
        assertThat(rare.pairs()).hasSize(1);
    }

    @Test
    void wordsAreKeptApartByAnyBlank() {
        assertThat(Folded.words(" 施工　许可\t施工 ＡＢ\u00A0验收\u200B图"))
                .extracting(Folded::text)
                .containsExactly("施工", "许可", "ab", "验收图");
        assertThat(Folded.words(" \u200B ")).isEmpty();
    }

    @Test
    void noTextHasThePairOfARegion() {
        int zhengzhou = IssueText.pairOf("410100");

        assertThat(zhengzhou >>> 16).isEqualTo(0xFFFF);
        assertThat(zhengzhou).isNotEqualTo(IssueText.pairOf("410200"));
    }
}
