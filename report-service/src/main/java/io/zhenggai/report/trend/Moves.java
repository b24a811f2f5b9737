package io.zhenggai.report.trend;

/**
 * What happened in one interval.
 *
 * @param registered how many issues were registered
 * @param closed how many were closed
 * @param overdue by how many more are overdue and open at its end than at its beginning; below 0 when fewer
 */
record Moves(long registered, long closed, long overdue) {

    static final Moves NONE = new Moves(0, 0, 0);

    Moves plus(Moves other) {
        return new Moves(registered + other.registered, closed + other.closed, overdue + other.overdue);
    }
}
