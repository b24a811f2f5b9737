package io.zhenggai.report.trend;

import io.zhenggai.report.figures.Rate;
import java.time.LocalDate;

/**
 * One interval of a trend.
 *
 * @param key its name, as {@link TrendInterval} says
 * @param from its first day
 * @param to its last day, or the last day of the trend where that is earlier
 * @param registered issues registered in it
 * @param closed issues closed in it
 * @param registeredSoFar issues registered until its end
 * @param closedSoFar of them, closed until its end
 * @param open of them, open at its end, those that are long-term included
 * @param openOverdue of them, neither closed nor long-term at its end, with a deadline before that day
 * @param closingRate closed until its end, of those registered until then
 */
public record TrendPoint(
        String key,
        LocalDate from,
        LocalDate to,
        long registered,
        long closed,
        long registeredSoFar,
        long closedSoFar,
        long open,
        long openOverdue,
        Rate closingRate) {

    static TrendPoint of(TrendInterval interval, LocalDate start, LocalDate end, Moves within, Moves soFar) {
        return new TrendPoint(
                interval.key(start),
                start,
                end,
                within.registered(),
                within.closed(),
                soFar.registered(),
                soFar.closed(),
                soFar.registered() - soFar.closed(),
                soFar.overdue(),
                Rate.of(soFar.closed(), soFar.registered()));
    }
}
