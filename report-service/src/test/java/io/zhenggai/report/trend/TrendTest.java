package io.zhenggai.report.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final LocalDate OCTOBER = LocalDate.of(2021, 10, 1);

    @Test
    void anIntervalInWhichNothingHappenedIsThereToo() {
        List<TrendPoint> points = points(
                TrendInterval.MONTH,
                Map.of(OCTOBER, new Moves(5, 1, 2), OCTOBER.plusMonths(2), new Moves(1, 3, -1)),
                Optional.empty(),
                LocalDate.of(2021, 12, 31));

        assertThat(points).extracting(TrendPoint::key).containsExactly("2021-10", "2021-11", "2021-12");
        assertThat(points).extracting(TrendPoint::registeredSoFar).containsExactly(5L, 5L, 6L);
        assertThat(points).extracting(TrendPoint::closedSoFar).containsExactly(1L, 1L, 4L);
        assertThat(points).extracting(TrendPoint::open).containsExactly(4L, 4L, 2L);
        assertThat(points).extracting(TrendPoint::openOverdue).containsExactly(2L, 2L, 1L);
        assertThat(points).extracting(TrendPoint::registered).containsExactly(5L, 0L, 1L);
        assertThat(points.get(2).closingRate().permille()).contains(667L);
    }

    @Test
    void aLaterFirstIntervalKnowsWhatHappenedBefore() {
        List<TrendPoint> points = points(
                TrendInterval.MONTH,
                Map.of(OCTOBER, new Moves(5, 1, 2)),
                Optional.of(LocalDate.of(2021, 11, 15)),
                LocalDate.of(2021, 11, 20));

        assertThat(points).hasSize(1);
        assertThat(points.get(0).from()).isEqualTo("2021-11-01");
        assertThat(points.get(0).to()).isEqualTo("2021-11-20");
        assertThat(points.get(0).registered()).isZero();
        assertThat(points.get(0).open()).isEqualTo(4);
    }

    @Test
    void beforeTheFirstIssueThereIsNoRate() {
        List<TrendPoint> points = points(
                TrendInterval.MONTH,
                Map.of(OCTOBER, new Moves(5, 1, 2)),
                Optional.of(LocalDate.of(2021, 9, 30)),
                LocalDate.of(2021, 10, 1));

        assertThat(points).hasSize(2);
        assertThat(points.get(0).closingRate().permille()).isEmpty();
        assertThat(points.get(1).closingRate().permille()).contains(200L);
    }

    @Test
    void weeksBeginOnMondayAndAreNumberedAcrossTheYear() {
        LocalDate monday = LocalDate.of(2021, 12, 27);
        assertThat(TrendInterval.WEEK.startOf(LocalDate.of(2022, 1, 2))).isEqualTo(monday);
        assertThat(TrendInterval.WEEK.startOf(LocalDate.of(2022, 1, 3))).isEqualTo("2022-01-03");

        List<TrendPoint> points = points(
                TrendInterval.WEEK, Map.of(monday, new Moves(1, 0, 0)), Optional.empty(), LocalDate.of(2022, 1, 3));

        assertThat(points).extracting(TrendPoint::key).containsExactly("2021-W52", "2022-W01");
        assertThat(points)
                .extracting(TrendPoint::to)
                .containsExactly(LocalDate.of(2022, 1, 2), LocalDate.of(2022, 1, 3));
    }

    @Test
    void nothingHasNoIntervals() {
        assertThat(points(TrendInterval.MONTH, Map.of(), Optional.of(OCTOBER), LocalDate.of(2021, 12, 31)))
                .isEmpty();
    }

    @Test
    void hasFourHundredIntervalsAtTheMost() {
        Map<LocalDate, Moves> moves = Map.of(OCTOBER, new Moves(1, 0, 0));
        LocalDate lastOfFourHundred = OCTOBER.plusMonths(Trend.MOST_POINTS).minusDays(1);

        assertThat(points(TrendInterval.MONTH, moves, Optional.empty(), lastOfFourHundred))
                .hasSize(400);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> points(TrendInterval.MONTH, moves, Optional.empty(), lastOfFourHundred.plusDays(1)));
    }

    private static List<TrendPoint> points(
            TrendInterval interval, Map<LocalDate, Moves> moves, Optional<LocalDate> from, LocalDate last) {
        return Trend.points(interval, new TreeMap<>(moves), from, last);
    }
}
