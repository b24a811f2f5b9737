package io.zhenggai.plan.notice.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.plan.notice.date.Years.Candidate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    private static final LocalDate PRINTED = LocalDate.of(2021, 10, 19);
    private static final Years OF_2021 = new Years(List.of(new Candidate(2021, YearFrom.DOCUMENT_NUMBER)), PRINTED);

    @ParameterizedTest
    @CsvSource({
        "2021年10月31日前,2021-10-31,false",
        "10月31日前,2021-10-31,false",
        "十月三十一日前,2021-10-31,false",
        "10月底前,2021-10-31,false",
        "11月底,2021-11-30,false",
        "年底前,2021-12-31,false",
        "今年12月1日,2021-12-01,false",
        "明年2月底,2022-02-28,false",
        "11月上旬,2021-11-10,true",
        "11月中旬,2021-11-20,true",
        "11月下旬,2021-11-30,true",
        "12月,2021-12-31,false",
        "2022-03-05,2022-03-05,false"
    })
    void theDayOfADate(String words, LocalDate day, boolean implied) {
        Day read = day(words, OF_2021);

        assertThat(read.date()).isEqualTo(day);
        assertThat(read.implied()).isEqualTo(implied);
        assertThat(read.unknown()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2021年3月—4月,2021-03-01,2021-04-30",
        "10月20日至31日,2021-10-20,2021-10-31",
        "2021年12月15-20日,2021-12-15,2021-12-20",
        "12月15日－20日,2021-12-15,2021-12-20",
        "12月15-12月20日,2021-12-15,2021-12-20",
        "2021年11月至2022年2月,2021-11-01,2022-02-28",
        "2021年11月至次年2月,2021-11-01,2022-02-28",
        "11月至次年2月,2021-11-01,2022-02-28",
        "11月至2022年2月,2021-11-01,2022-02-28",
        "11月16日至12月中旬,2021-11-16,2021-12-20",
        "10月下旬至11月上旬,2021-10-21,2021-11-10",
        "即日起至11月15日,2021-10-19,2021-11-15"
    })
    void theDaysOfASpan(String words, LocalDate first, LocalDate last) {
        Day read = day(words, OF_2021);

        assertThat(read.from()).isEqualTo(first);
        assertThat(read.date()).isEqualTo(last);
    }

    @Test
    void aSpanThatWouldEndBeforeItBeginsEndsAYearLaterWhichIsOnlyImplied() {
        Day read = day("11月至2月", OF_2021);

        assertThat(read.date()).isEqualTo(LocalDate.of(2022, 2, 28));
        assertThat(read.implied()).isTrue();
    }

    @Test
    void theYearComesFromTheFirstThatTheDocumentOffers() {
        Years years = new Years(
                List.of(new Candidate(2021, YearFrom.DOCUMENT_NUMBER), new Candidate(2020, YearFrom.TITLE)), null);

        assertThat(day("10月31日", years).yearFrom()).isEqualTo(YearFrom.DOCUMENT_NUMBER);
        assertThat(day("2019年10月31日", years).yearFrom()).isEqualTo(YearFrom.TEXT);
        assertThat(day("今年10月31日", years).yearFrom()).isEqualTo(YearFrom.DOCUMENT_NUMBER);
    }

    @Test
    void withoutAYearInTheDocumentThereIsNoDay() {
        assertUnknown("10月31日前", Years.NONE, DayUnknown.NO_YEAR);
        assertUnknown("明年2月底", Years.NONE, DayUnknown.NO_YEAR);
    }

    @Test
    void aYearThatIsNotWrittenNeverPutsADayBeforeThePrinting() {
        assertThat(day("10月19日前", OF_2021).date()).isEqualTo(PRINTED);
        assertUnknown("10月18日前", OF_2021, DayUnknown.NO_YEAR_FITS);
        assertThat(day("2021年10月18日前", OF_2021).date()).isEqualTo(LocalDate.of(2021, 10, 18));
    }

    @Test
    void aLaterYearOfTheDocumentIsTakenAsAProposal() {
        Years years = new Years(
                List.of(new Candidate(2021, YearFrom.DOCUMENT_NUMBER), new Candidate(2022, YearFrom.PRINTED_DATE)),
                LocalDate.of(2022, 1, 5));

        Day read = day("3月底前", years);

        assertThat(read.date()).isEqualTo(LocalDate.of(2022, 3, 31));
        assertThat(read.yearFrom()).isEqualTo(YearFrom.PRINTED_DATE);
        assertThat(read.implied()).isTrue();
    }

    @Test
    void whatFollowsADateOfALaterYearStaysInItAsAProposal() {
        Day read = day("3月底前", OF_2021.after(2022));

        assertThat(read.date()).isEqualTo(LocalDate.of(2022, 3, 31));
        assertThat(read.yearFrom()).isEqualTo(YearFrom.EARLIER_DATE);
        assertThat(read.implied()).isTrue();
    }

    @Test
    void anEarlierYearIsHistory() {
        assertThat(day("10月31日", OF_2021.after(2019)).date()).isEqualTo(LocalDate.of(2021, 10, 31));
        assertUnknown("10月31日", Years.NONE.after(2019), DayUnknown.NO_YEAR);
        assertThat(day("10月31日", Years.NONE.afterPhase(2019)).date()).isEqualTo(LocalDate.of(2019, 10, 31));
    }

    @Test
    void whatNamesNoDayHasNone() {
        assertUnknown("11月31日前", OF_2021, DayUnknown.NO_SUCH_DAY);
        assertUnknown("2021年2月29日", OF_2021, DayUnknown.NO_SUCH_DAY);
        assertUnknown("11月15日前后", OF_2021, DayUnknown.UNCLEAR);
        assertUnknown("12月前", OF_2021, DayUnknown.UNCLEAR);
        assertUnknown("每年12月底", OF_2021, DayUnknown.UNCLEAR);
    }

    private static void assertUnknown(String words, Years years, DayUnknown why) {
        Day read = day(words, years);

        assertThat(read.date()).isNull();
        assertThat(read.unknown()).isEqualTo(why);
    }

    private static Day day(String words, Years years) {
        return Days.of(DateScanner.scan(words).get(0), years, null);
    }
}
