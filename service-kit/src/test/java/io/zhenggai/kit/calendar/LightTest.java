package io.zhenggai.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightTest {

    private final WorkingCalendar calendar = WorkingCalendar.ofChina();

    @ParameterizedTest
    @CsvSource({
        // Due on Sunday 2021-10-31: the fifth working day before is Monday 25, the sixth Friday 22.
        "2021-10-22, 2021-10-31, YELLOW",
        "2021-10-21, 2021-10-31, GREEN",
        "2021-10-31, 2021-10-31, YELLOW",
        "2021-11-01, 2021-10-31, RED",
        // Due on Monday 2021-11-01, a working day of its own.
        "2021-10-25, 2021-11-01, YELLOW",
        "2021-10-24, 2021-11-01, GREEN",
        // The National Day holiday does not count, the Saturday after it does.
        "2021-09-29, 2021-10-11, YELLOW",
        "2021-09-29, 2021-10-12, YELLOW",
        "2021-09-29, 2021-10-13, GREEN",
    })
    void dependsOnTheWorkingDaysLeft(LocalDate today, LocalDate dueOn, Light light) {
        assertThat(Light.of(dueOn, today, calendar)).isEqualTo(light);
    }

    @Test
    void daysOffBehindTheFifthWorkingDayAreStillYellow() {
        assertThat(Light.lastYellow(LocalDate.of(2021, 10, 22), calendar)).isEqualTo("2021-10-31");
        assertThat(Light.lastYellow(LocalDate.of(2021, 10, 25), calendar)).isEqualTo("2021-11-01");
    }
}
