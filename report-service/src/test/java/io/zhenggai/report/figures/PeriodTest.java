package io.zhenggai.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);

    @ParameterizedTest
    @CsvSource({
        // Whole months, whatever their lengths.
        "2021-11-01, 2021-11-30, 2021-10-01, 2021-10-31",
        "2021-03-01, 2021-03-31, 2021-02-01, 2021-02-28",
        "2021-10-01, 2021-12-31, 2021-07-01, 2021-09-30",
        "2021-01-01, 2021-12-31, 2020-01-01, 2020-12-31",
        // Days.
        "2021-11-01, 2021-11-29, 2021-10-03, 2021-10-31",
        "2021-11-02, 2021-11-30, 2021-10-04, 2021-11-01",
        "2021-11-08, 2021-11-08, 2021-11-07, 2021-11-07"
    })
    void precedes(LocalDate from, LocalDate to, LocalDate earlierFrom, LocalDate earlierTo) {
        Period earlier = Period.of(from, to, TODAY).before(ComparedWith.PRECEDING, TODAY);

        assertThat(earlier).isEqualTo(new Period(earlierFrom, earlierTo, earlierTo));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-11-01, 2021-11-30, 2020-11-01, 2020-11-30",
        "2021-02-01, 2021-02-28, 2020-02-01, 2020-02-29",
        "2024-02-01, 2024-02-29, 2023-02-01, 2023-02-28",
        "2024-02-29, 2024-02-29, 2023-02-28, 2023-02-28",
        "2021-11-08, 2021-11-14, 2020-11-08, 2020-11-14"
    })
    void isTheSameOneAYearBefore(LocalDate from, LocalDate to, LocalDate earlierFrom, LocalDate earlierTo) {
        Period earlier = Period.of(from, to, TODAY).before(ComparedWith.YEAR_BEFORE, TODAY);

        assertThat(earlier).isEqualTo(new Period(earlierFrom, earlierTo, earlierTo));
    }

    @Test
    void isJudgedTodayWhileItLasts() {
        LocalDate today = LocalDate.of(2021, 11, 10);

        assertThat(Period.of(LocalDate.of(2021, 11, 1), today, today).judgedOn())
                .isEqualTo(today);
        assertThat(Period.of(LocalDate.of(2021, 11, 1), today.plusDays(1), today)
                        .judgedOn())
                .isEqualTo(today);
        assertThat(Period.of(LocalDate.of(2021, 11, 1), today.minusDays(1), today)
                        .judgedOn())
                .isEqualTo(today.minusDays(1));
    }

    @Test
    void isAYearAtMost() {
        LocalDate from = LocalDate.of(2021, 3, 15);

        assertThat(Period.of(from, LocalDate.of(2022, 3, 14), TODAY).to()).isEqualTo("2022-03-14");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Period.of(from, LocalDate.of(2022, 3, 15), TODAY));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Period.of(from, from.minusDays(1), TODAY));
    }
}
