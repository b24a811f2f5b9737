package io.zhenggai.notification.planning;

import static io.zhenggai.notification.planning.Campaign2021.PUBLISHED;
import static io.zhenggai.notification.planning.Campaign2021.SCHEDULE;
import static io.zhenggai.notification.planning.Campaign2021.deadline;
import static io.zhenggai.notification.planning.Campaign2021.nine;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.calendar.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderScheduleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Sunday: a week before is a Sunday too, the day before a Saturday, so both last ones meet on Friday.
                "2021-10-31 | -7=2021-10-22 -3=2021-10-28 0=2021-10-29 1=2021-11-01 3=2021-11-03 5=2021-11-05 10=2021-11-12",
                // Tuesday: three days before is a Saturday.
                "2021-11-30 | -7=2021-11-23 -3=2021-11-26 -1=2021-11-29 0=2021-11-30 1=2021-12-01 3=2021-12-03 5=2021-12-07 10=2021-12-14",
                // Friday before the New Year holiday, which ends on Monday.
                "2021-12-31 | -7=2021-12-24 -3=2021-12-28 -1=2021-12-30 0=2021-12-31 1=2022-01-04 3=2022-01-06 5=2022-01-10 10=2022-01-17",
            })
    void phasesOfTheCampaignOf2021(String dueOn, String moments) {
        assertThat(days(deadline(dueOn, PUBLISHED))).isEqualTo(moments);
    }

    @Test
    void makeUpSaturdayIsAWorkingDayAndHolidaysAreNot() {
        // Sunday after the National Day holiday: the 9th is a worked Saturday, 1 to 7 October are off.
        assertThat(days(deadline("2021-10-10", nine("2021-09-01"))))
                .isEqualTo("-3=2021-09-30 0=2021-10-09 1=2021-10-11 3=2021-10-13 5=2021-10-15 10=2021-10-22");
    }

    @Test
    void whatWasNotOwedYetWasNotMissed() {
        Instant atTheMoment = nine("2021-10-28");

        assertThat(days(deadline("2021-10-31", atTheMoment))).startsWith("-3=2021-10-28 0=2021-10-29");
        assertThat(days(deadline("2021-10-31", atTheMoment.plusNanos(1)))).startsWith("0=2021-10-29");
    }

    @Test
    void daysOverdueDoNotBeginBeforeItIsOwed() {
        assertThat(days(deadline("2021-10-31", nine("2021-11-10"))))
                .isEqualTo("1=2021-11-11 3=2021-11-15 5=2021-11-17 10=2021-11-24");
    }

    @Test
    void nothingDueLaterThanTheLatestDeadlineOfADayIsRemindedOfByThen() {
        // Friday: a deadline on Sunday in a week is moved here, one on the Monday after is not.
        LocalDate friday = LocalDate.of(2021, 10, 22);

        assertThat(SCHEDULE.latestDueOn(friday)).isEqualTo("2021-10-31");
        assertThat(firstDay("2021-10-31")).isEqualTo(friday);
        assertThat(firstDay("2021-11-01")).isAfter(friday);
    }

    private static LocalDate firstDay(String dueOn) {
        var moments = SCHEDULE.momentsOf(deadline(dueOn, PUBLISHED));
        return BusinessTime.dateOf(moments.get(moments.firstKey()));
    }

    private static String days(Deadline deadline) {
        return SCHEDULE.momentsOf(deadline).entrySet().stream()
                .peek(moment -> assertThat(moment.getValue())
                        .isEqualTo(nine(BusinessTime.dateOf(moment.getValue()).toString())))
                .map(moment -> moment.getKey().days() + "=" + BusinessTime.dateOf(moment.getValue()))
                .collect(Collectors.joining(" "));
    }
}
