package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.plan.notice.text.Lines;
import org.junit.jupiter.api.Test;

class HeadReaderTest {

    @Test
    void aTitleInSeveralLinesIsOne() {
        Head head = read("关于印发2021年河南省\n办理建筑许可整改提升\n工作方案的通知\n各市：\n正文。");

        assertThat(head.noticeTitle().value()).isEqualTo("关于印发2021年河南省办理建筑许可整改提升工作方案的通知");
        assertThat(head.bodyBegins()).isEqualTo(4);
    }

    @Test
    void addresseesInSeveralLinesArePartedByCommasOnly() {
        Head head = read("关于整改的通知\n各省辖市、济源示范区住建局，\n省直有关单位：\n正文。");

        assertThat(head.addressees()).extracting(Read::value).containsExactly("各省辖市、济源示范区住建局", "省直有关单位");
    }

    @Test
    void theIssuingBodyStandsInTheRedHead() {
        assertThat(read("河南省住房和城乡建设厅文件\n关于整改的通知\n各市：").issuingBody().value()).isEqualTo("河南省住房和城乡建设厅");
    }

    @Test
    void orInTheTitle() {
        assertThat(read("河南省住房和城乡建设厅关于整改的通知\n各市：").issuingBody().value()).isEqualTo("河南省住房和城乡建设厅");
    }

    @Test
    void orAboveTheTitle() {
        assertThat(read("河南省住房和城乡建设厅\n关于整改的通知\n各市：").issuingBody().value()).isEqualTo("河南省住房和城乡建设厅");
    }

    @Test
    void aSentenceThatAnnouncesAListIsNoAddressee() {
        assertThat(read("关于整改的通知\n现将有关事项通知如下：\n一、要求").addressees()).isEmpty();
    }

    @Test
    void aDocumentNumberInASentenceIsNotTheNotices() {
        assertThat(read("关于整改的通知\n各市：\n根据国办发〔2019〕11号，请整改。\n国办发〔2019〕11号").documentNumber())
                .isNull();
    }

    @Test
    void withoutAHeadTheBodyBeginsAtOnce() {
        Head head = read("为扎实推进以评促改，请认真落实。");

        assertThat(head.bodyBegins()).isZero();
        assertThat(head.noticeTitle()).isNull();
    }

    private static Head read(String text) {
        return HeadReader.read(Lines.of(text));
    }
}
