package io.zhenggai.bench.measure;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Time since it was made. */
final class Stopwatch {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final long start = System.nanoTime();

    /** @return how many there were in a second, until now */
    double perSecond(long count) {
        return count * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    /**
     * Returns when the condition holds.
     *
     * @param everyMillis how long between two looks
     * @throws IllegalStateException when it does not within five minutes
     */
    static void await(String what, int everyMillis, Condition condition) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what + " did not come in " + PATIENCE.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(everyMillis));
        }
    }

    /** Something that a database is asked for. */
    interface Condition {
        boolean holds() throws SQLException;
    }
}
