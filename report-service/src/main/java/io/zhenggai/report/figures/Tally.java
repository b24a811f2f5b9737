package io.zhenggai.report.figures;

/** What is counted in the database for {@link Figures}: numbers of issues, and one sum of days. */
record Tally(
        long total,
        long closed,
        long withDeadline,
        long openOverdue,
        long closedLate,
        long returned,
        long everRequested,
        long daysToClose,
        long selfInspected) {}
