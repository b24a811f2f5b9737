package io.zhenggai.plan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each notice beside its complete reading, which was written down by reading the notice. */
class NoticesTest {

    static final List<String> ALL = Notices.ALL;

    @Test
    void theNoticeOf2021() {
        assertReading("/notice-2021-7.txt", "/notices/notice-2021-7.reading.txt");
    }

    /** Lines broken at the margin, page numbers, full-width digits, (一) 1. ①, a filing due before its phase ends. */
    @Test
    void linesBrokenAtTheMargin() {
        assertReading("/notices/jiangdong-2022-3");
    }

    /** No document number, 即日起至, a period for each step, 12月底前, a filing that comes back every week. */
    @Test
    void stepsFromTheDayOfPrintingOn() {
        assertReading("/notices/yunling-special-rectification");
    }

    /** 第1阶段, Chinese numerals, 次年, phases in two years, filings and sources without numbers. */
    @Test
    void phasesAcrossTwoYears() {
        assertReading("/notices/haixi-two-years");
    }

    /** Three phases by name, 具体安排另行通知. */
    @Test
    void phasesAnnouncedButNotDescribed() {
        assertReading("/notices/beishan-phases-to-follow");
    }

    /** Filings with days, and nothing else. */
    @Test
    void noPhasesAtAll() {
        assertReading("/notices/nanhu-no-phases");
    }

    /** A byte order mark, tabs, blanks within dates, ⑴ and ①, 上旬, 中旬, 下旬. */
    @Test
    void partsOfMonths() {
        assertReading("/notices/xiling-parts-of-months");
    }

    /** Phases without numbers; no year anywhere. */
    @Test
    void noYearAnywhere() {
        assertReading("/notices/dongze-no-year");
    }

    /** Phases in one paragraph, and misprints of each kind. */
    @Test
    void misprints() {
        assertReading("/notices/zhongyuan-misprints");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void nothingIsInvented(String notice) {
        String text = bare(Notices.text(notice));
        NoticeReading reading = Notices.readResource(notice);

        assertThat(readTexts(reading)).allSatisfy(value -> assertThat(text).contains(bare(value)));
        assertThat(sentences(reading)).isNotEmpty().allSatisfy(sentence -> assertThat(text)
                .contains(bare(sentence)));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void theSameNoticeIsReadAlikeHoweverItsLinesEnd(String notice) {
        String text = Notices.text(notice).replace("\r\n", "\n");

        String expected = Written.of(Notices.read(text));

        assertThat(Written.of(Notices.read(text.replace("\n", "\r\n")))).isEqualTo(expected);
        assertThat(Written.of(Notices.read(text.replace("\n", "\r")))).isEqualTo(expected);
        assertThat(Written.of(Notices.read("\uFEFF" + text))).isEqualTo(expected);
    }

    private static void assertReading(String name) {
        assertReading(name + ".txt", name + ".reading.txt");
    }

    private static void assertReading(String notice, String expected) {
        assertThat(Written.of(Notices.readResource(notice))).isEqualTo(Notices.text(expected));
    }

    private static List<String> readTexts(NoticeReading reading) {
        List<String> values = new ArrayList<>();
        List<Read<String>> single = new ArrayList<>(reading.addressees());
        single.addAll(reading.copies());
        single.add(reading.documentNumber());
        single.add(reading.title());
        single.add(reading.noticeTitle());
        single.add(reading.issuingBody());
        reading.phases().forEach(phase -> single.add(phase.name()));
        single.stream().filter(read -> read != null).forEach(read -> values.add(read.value()));
        reading.sources().stream()
                .filter(source -> source.mark() == Mark.READ)
                .forEach(source -> values.add(source.name()));
        dates(reading).stream().filter(date -> date != null).forEach(date -> values.add(date.words()));
        return values;
    }

    private static List<String> sentences(NoticeReading reading) {
        List<String> sentences = new ArrayList<>();
        dates(reading).stream().filter(date -> date != null).forEach(date -> sentences.add(date.sentence()));
        reading.addressees().forEach(read -> sentences.add(read.sentence()));
        reading.phases().forEach(phase -> {
            sentences.add(phase.kind().sentence());
            phase.demands().forEach(demand -> sentences.add(demand.sentence()));
        });
        reading.sources().forEach(source -> sentences.add(source.sentence()));
        return sentences;
    }

    private static List<ReadDate> dates(NoticeReading reading) {
        List<ReadDate> dates = new ArrayList<>();
        dates.add(reading.printedOn());
        dates.add(reading.start());
        dates.add(reading.end());
        reading.phases().forEach(phase -> {
            dates.add(phase.from());
            dates.add(phase.deadline());
            phase.demands().forEach(demand -> dates.add(demand.deadline()));
        });
        return dates;
    }

    /** Without blanks and page numbers: a quoted sentence goes on over the end of a page. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000\\u00A0]*— \\d — *", "").replaceAll("[\\s\\u3000\\u00A0\\uFEFF]", "");
    }
}
