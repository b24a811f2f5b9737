package io.zhenggai.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.ofChina();

    @ParameterizedTest
    @ValueSource(
            strings = {"2021-10-08", "2021-10-09", "2021-10-11", "2021-09-26", "2021-12-31", "2022-01-04", "2022-01-29"
            })
    void worksOnWeekdaysAndMakeUpDays(LocalDate date) {
        assertThat(calendar.isWorkingDay(date)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-10-01",
                "2021-10-04",
                "2021-10-07",
                "2021-10-10",
                "2021-10-30",
                "2021-10-31",
                "2022-01-01",
                "2022-01-03"
            })
    void restsOnWeekendsAndHolidays(LocalDate date) {
        assertThat(calendar.isWorkingDay(date)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-10-31, 2021-10-29, 2021-11-01",
        "2021-10-29, 2021-10-29, 2021-10-29",
        "2021-10-03, 2021-09-30, 2021-10-08",
        "2021-10-10, 2021-10-09, 2021-10-11",
        "2022-01-01, 2021-12-31, 2022-01-04",
    })
    void movesDaysOffToTheNearestWorkingDay(LocalDate date, LocalDate before, LocalDate after) {
        assertThat(calendar.onOrBefore(date)).isEqualTo(before);
        assertThat(calendar.onOrAfter(date)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-10-29, 1, 2021-11-01",
        "2021-10-29, 2, 2021-11-02",
        "2021-10-31, 1, 2021-11-01",
        "2021-09-30, 1, 2021-10-08",
        "2021-09-30, 2, 2021-10-09",
        "2021-09-30, 3, 2021-10-11",
        "2021-12-31, 1, 2022-01-04",
        "2021-12-31, 10, 2022-01-17",
    })
    void countsWorkingDaysAfterTheDate(LocalDate from, int days, LocalDate to) {
        assertThat(calendar.plusWorkingDays(from, days)).isEqualTo(to);
        assertThat(calendar.workingDaysBetween(from, to)).isEqualTo(days);
        assertThat(calendar.workingDaysBetween(to, from)).isEqualTo(-days);
    }

    @Test
    void noWorkingDaysLaterIsTheDateItself() {
        assertThat(calendar.plusWorkingDays(LocalDate.of(2021, 10, 31), 0)).isEqualTo("2021-10-31");
        assertThat(calendar.workingDaysBetween(LocalDate.of(2021, 10, 29), LocalDate.of(2021, 10, 31)))
                .isZero();
    }

    @Test
    void refusesToCountBackwards() {
        assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2021, 10, 31), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("days must not be negative: -1");
    }

    @Test
    void knowsTheAnnouncedYearsAndAnswersOthersByWeekday() {
        assertThat(calendar.covers(2020)).isFalse();
        assertThat(calendar.covers(2021)).isTrue();
        assertThat(calendar.covers(2026)).isTrue();
        assertThat(calendar.covers(2027)).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 2))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-10-32,HOLIDAY,国庆节        | table line 3, field date: '2021-10-32' is not a date such as 2021-10-31",
                ",HOLIDAY,国庆节                  | table line 3, field date: is empty",
                "2021-10-02,OFF,国庆节            | table line 3, field kind: 'OFF' is none of [HOLIDAY, MAKE_UP_WORKDAY]",
                "2021-10-08,MAKE_UP_WORKDAY,国庆节| table line 3, field kind: 2021-10-08 is a FRIDAY, worked anyway",
                "2021-10-02,HOLIDAY,              | table line 3, field name: is empty",
                "2021-10-01,HOLIDAY,国庆节        | table line 3, field date: 2021-10-01 is named twice",
                "2021-10-02,HOLIDAY               | table line 3: 2 fields instead of 3 (date,kind,name)",
            })
    void refusesABadRowByLineAndField(String row, String message) {
        assertThatThrownBy(() ->
                        WorkingCalendar.ofLines("table", List.of("date,kind,name", "2021-10-01,HOLIDAY,国庆节", row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAnotherHeader() {
        assertThatThrownBy(() -> WorkingCalendar.ofLines("table", List.of("day,kind,name")))
                .hasMessage("table line 1: the header must be date,kind,name");
        assertThatThrownBy(() -> WorkingCalendar.ofLines("table", List.of()))
                .hasMessage("table line 1: the header must be date,kind,name");
    }
}
