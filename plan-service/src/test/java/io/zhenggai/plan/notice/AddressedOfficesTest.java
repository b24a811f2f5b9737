package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressedOfficesTest {

    @Test
    void allCitiesAndWhoIsNamed() {
        assertThat(offices("河南省住房和城乡建设厅", "各省辖市、济源示范区住建局")).hasSize(18).contains("410100", "419001");
        assertThat(offices("河南省住房和城乡建设厅", "各省辖市住建局")).hasSize(17).doesNotContain("419001");
        assertThat(offices("河南省住房和城乡建设厅", "郑州市、洛阳市住建局")).containsExactly("410100", "410300");
    }

    @Test
    void theSameWordsOfAnotherProvinceMeanOtherCities() {
        assertThat(Notices.read(notice("江东省住房和城乡建设厅", "各省辖市住建局")).offices()).isNull();
    }

    @Test
    void whatNamesNoOfficeMeansNone() {
        assertThat(Notices.read(notice("河南省住房和城乡建设厅", "省直有关单位")).offices()).isNull();
    }

    private static List<String> offices(String body, String addressees) {
        Read<List<String>> read = Notices.read(notice(body, addressees)).offices();
        assertThat(read.mark()).isEqualTo(Mark.PROPOSED);
        return read.value();
    }

    private static String notice(String body, String addressees) {
        return body + "文件\n关于整改的通知\n" + addressees + "：\n请落实。";
    }
}
