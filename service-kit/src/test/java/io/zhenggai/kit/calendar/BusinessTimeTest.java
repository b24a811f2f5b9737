package io.zhenggai.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {

    private static final LocalDate DUE_ON = LocalDate.of(2021, 10, 31);
    private static final Instant NEXT_MIDNIGHT = Instant.parse("2021-10-31T16:00:00Z");

    @Test
    void todayIsTheDayInShanghaiWhateverTheZoneOfTheClock() {
        assertThat(BusinessTime.today(Clock.fixed(NEXT_MIDNIGHT.minusNanos(1), ZoneOffset.UTC)))
                .isEqualTo(DUE_ON);
        assertThat(BusinessTime.today(Clock.fixed(NEXT_MIDNIGHT, ZoneOffset.UTC)))
                .isEqualTo("2021-11-01");
    }

    @Test
    void deadlineLastsUntilTheEndOfItsDay() {
        assertThat(BusinessTime.firstLateMoment(DUE_ON)).isEqualTo(NEXT_MIDNIGHT);
        assertThat(BusinessTime.isLate(DUE_ON, NEXT_MIDNIGHT.minusNanos(1))).isFalse();
        assertThat(BusinessTime.isLate(DUE_ON, NEXT_MIDNIGHT)).isTrue();
    }

    @Test
    void nineOnTheWallIsOneInUtc() {
        assertThat(BusinessTime.at(DUE_ON, LocalTime.of(9, 0))).isEqualTo("2021-10-31T01:00:00Z");
    }
}
