package io.zhenggai.report.trend;

import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Puts intervals side by side, those in which nothing happened too. */
final class Trend {

    /** More than a picture has room for: 33 years of months, seven and a half of weeks. */
    static final int MOST_POINTS = 400;

    private Trend() {}

    /**
     * @param moves what happened, by the first day of the interval, nothing of it after {@code last}
     * @param from a day of the first interval; without it the one in which the first issue was registered
     * @param last the last day that counts
     * @return the intervals in their order; none where nothing was ever registered
     * @throws Refusal when they are more than {@link #MOST_POINTS}
     */
    static List<TrendPoint> points(
            TrendInterval interval, SortedMap<LocalDate, Moves> moves, Optional<LocalDate> from, LocalDate last) {
        if (moves.isEmpty()) {
            return List.of();
        }
        LocalDate first = from.map(interval::startOf).orElseGet(moves::firstKey);
        Moves soFar = moves.headMap(first).values().stream().reduce(Moves.NONE, Moves::plus);
        List<TrendPoint> points = new ArrayList<>();
        for (LocalDate start = first; !start.isAfter(last); start = interval.next(start)) {
            if (points.size() == MOST_POINTS) {
                throw Refusal.invalid(
                        "from",
                        "时段过长，最多 " + MOST_POINTS + " 个区间，请改用较晚的起始日期或按月统计",
                        "more than " + MOST_POINTS + " intervals: give a later day, or ask for months");
            }
            Moves within = moves.getOrDefault(start, Moves.NONE);
            soFar = soFar.plus(within);
            LocalDate end = interval.next(start).minusDays(1);
            points.add(TrendPoint.of(interval, start, end.isAfter(last) ? last : end, within, soFar));
        }
        return points;
    }
}
