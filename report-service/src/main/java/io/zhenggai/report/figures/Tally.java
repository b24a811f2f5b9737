package io.zhenggai.report.figures;

import java.util.Optional;

/** What is counted in the database for {@link Figures}: numbers of issues, one sum of days and their median in tenths. */
record Tally(
        long total,
        long closed,
        long withDeadline,
        long openOverdue,
        long closedLate,
        long returned,
        long everRequested,
        long cameBack,
        long daysToClose,
        Optional<Long> medianTenthsOfDay,
        long selfInspected,
        long carriedOver) {

    /** Of no issue. */
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), 0, 0);
}
