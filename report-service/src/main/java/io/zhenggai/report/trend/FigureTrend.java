package io.zhenggai.report.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.report.figures.FigureFilter;
import io.zhenggai.report.query.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A trend with all that is needed to find it again. It is told by the days that stand in the ledger now: what is rectified anew
 * after a revocation was never closed, a deadline that was moved was never another one.
 *
 * @param at the moment by the business clock
 * @param today its day in Asia/Shanghai
 * @param filter which issues were counted
 * @param interval into what it is divided
 * @param points one interval after the other without a gap, the last one ending today or with the period
 * @param standing how far the events of the issues had been read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FigureTrend(
        Instant at,
        LocalDate today,
        FigureFilter filter,
        TrendInterval interval,
        List<TrendPoint> points,
        Standing standing) {

    /** Keeps its own copy of the points. */
    public FigureTrend {
        points = List.copyOf(points);
    }
}
