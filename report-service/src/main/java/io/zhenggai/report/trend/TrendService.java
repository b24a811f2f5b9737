package io.zhenggai.report.trend;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.report.figures.FigureFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Answers questions for trends until now. */
@ApplicationScoped
public class TrendService {

    private final IssueMoves issues;
    private final Clock clock;

    TrendService(IssueMoves issues, Clock clock) {
        this.issues = issues;
        this.clock = clock;
    }

    /** @return the trend of the issues within the scope; one statement */
    @Transactional
    public FigureTrend trend(RegionScope scope, FigureFilter filter, TrendInterval interval) {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        LocalDate last = filter.to().filter(to -> to.isBefore(today)).orElse(today);
        IssueMoves.Counted counted = issues.count(scope, filter, interval, last);
        List<TrendPoint> points = Trend.points(interval, counted.moves(), filter.from(), last);
        return new FigureTrend(now, today, filter, interval, points, counted.standing());
    }
}
