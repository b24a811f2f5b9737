package io.zhenggai.bench.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Even steps in time. Who is late does not wait, and the next ones are not put off for it. */
record Pace(int eventsPerSecond, long startNanos) {

    /** Returns at the moment of the event with this number, counted from 0; at once where there is no pace. */
    void awaitTurnOf(int number) {
        if (eventsPerSecond == 0) {
            return;
        }
        long turn = startNanos + number * TimeUnit.SECONDS.toNanos(1) / eventsPerSecond;
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
