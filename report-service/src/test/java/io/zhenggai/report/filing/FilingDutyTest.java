package io.zhenggai.report.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilingDutyTest {

    private static final LocalDate DEADLINE = LocalDate.of(2021, 12, 31);
    private static final FilingDuty UNHEARD = new FilingDuty(DEADLINE, Optional.empty(), false);

    @Test
    void isInTimeUntilTheEndOfTheDayInHenan() {
        assertThat(UNHEARD.late(Optional.of(Instant.parse("2021-12-31T15:59:59.999999999Z"))))
                .contains(false);
    }

    @Test
    void isLateFromTheFirstMomentOfTheNextDay() {
        assertThat(UNHEARD.late(Optional.of(Instant.parse("2021-12-31T16:00:00Z"))))
                .contains(true);
    }

    @Test
    void isNeitherBeforeItsSubmission() {
        assertThat(UNHEARD.late(Optional.empty())).isEmpty();
    }

    @Test
    void staysAsItWasJudgedWhenTheDeadlineMoves() {
        Instant submitted = Instant.parse("2022-01-05T07:00:00Z");
        FilingDuty moved = new FilingDuty(LocalDate.of(2022, 1, 31), Optional.of(submitted), true);

        assertThat(moved.late(Optional.of(submitted))).contains(true);
    }
}
