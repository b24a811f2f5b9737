package io.zhenggai.kit.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for a row of a projection whose event may still be under way: what another service has just answered to the caller
 * may be referred to here before it has arrived.
 */
@Singleton
public class Arrivals {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    /** Who waits holds a thread: who asks for what is not there, again and again, must not hold them all. */
    private static final int MOST_WAITING = 16;

    private final BooleanSupplier inTransaction;
    private final Waiting waiting;
    private final Semaphore places = new Semaphore(MOST_WAITING);

    @Inject
    Arrivals() {
        this(QuarkusTransaction::isActive, Waiting.REAL);
    }

    Arrivals(BooleanSupplier inTransaction, Waiting waiting) {
        this.inTransaction = inTransaction;
        this.waiting = waiting;
    }

    /**
     * Looks at once, then every 25 ms for up to a second; while 16 others wait, only once.
     *
     * @param look one read in a transaction of its own, or in none
     * @return what was found; empty when it did not arrive in time
     * @throws IllegalStateException within a transaction: it would hold its connection and its locks all the while
     */
    public <T> Optional<T> await(Supplier<Optional<T>> look) {
        if (inTransaction.getAsBoolean()) {
            throw new IllegalStateException("arrivals are awaited before the transaction, not in it");
        }
        long start = waiting.nanoTime();
        Optional<T> found = look.get();
        if (found.isPresent() || !places.tryAcquire()) {
            return found;
        }
        try {
            return awaitWith(look, start);
        } finally {
            places.release();
        }
    }

    private <T> Optional<T> awaitWith(Supplier<Optional<T>> look, long start) {
        Optional<T> found = Optional.empty();
        while (found.isEmpty() && waiting.nanoTime() - start < PATIENCE.toNanos() && waiting.rest(BETWEEN_LOOKS)) {
            found = look.get();
        }
        return found;
    }

    /** How time passes meanwhile. */
    interface Waiting {

        /** The machine's own time. */
        Waiting REAL = new Waiting() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public boolean rest(Duration rest) {
                try {
                    Thread.sleep(rest.toMillis());
                    return true;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        };

        long nanoTime();

        /** @return whether to look again: false when the thread is to end */
        boolean rest(Duration rest);
    }
}
