package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * By how much figures are more than before; less is below 0. A difference of rates is one of the permille shown, in thousandths
 * of the whole; it is absent where one of them has no denominator.
 *
 * @param total issues
 * @param closed of them
 * @param overdue of them
 * @param closingPermille of the closing rate
 * @param overduePermille of the overdue rate
 * @param returnPermille of the return rate
 * @param repeatPermille of the repeat rate
 * @param tenthsOfDay of the average days to close; absent where nothing was closed in one of the periods
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FigureChange(
        long total,
        long closed,
        long overdue,
        Optional<Long> closingPermille,
        Optional<Long> overduePermille,
        Optional<Long> returnPermille,
        Optional<Long> repeatPermille,
        Optional<Long> tenthsOfDay) {

    static FigureChange between(Figures before, Figures now) {
        return new FigureChange(
                now.total() - before.total(),
                now.closed() - before.closed(),
                now.overdue() - before.overdue(),
                difference(before.closingRate().permille(), now.closingRate().permille()),
                difference(before.overdueRate().permille(), now.overdueRate().permille()),
                difference(before.returnRate().permille(), now.returnRate().permille()),
                difference(
                        before.repeatRate().flatMap(Rate::permille),
                        now.repeatRate().flatMap(Rate::permille)),
                difference(before.daysToClose().tenthsOfDay(), now.daysToClose().tenthsOfDay()));
    }

    private static Optional<Long> difference(Optional<Long> before, Optional<Long> now) {
        return before.flatMap(was -> now.map(is -> is - was));
    }
}
