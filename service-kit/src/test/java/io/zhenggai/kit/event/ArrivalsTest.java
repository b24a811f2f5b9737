package io.zhenggai.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final SteppedWaiting waiting = new SteppedWaiting();
    private final Arrivals arrivals = new Arrivals(() -> false, waiting);

    @Test
    void doesNotWaitForWhatIsThere() {
        assertThat(arrivals.await(() -> Optional.of("row"))).contains("row");
        assertThat(waiting.passed()).isZero();
    }

    @Test
    void looksAgainUntilItIsThere() {
        Optional<String> found =
                arrivals.await(() -> waiting.passed().toMillis() >= 500 ? Optional.of("row") : Optional.empty());

        assertThat(found).contains("row");
        assertThat(waiting.passed()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void findsWhatArrivesAtTheLastMoment() {
        Optional<String> found =
                arrivals.await(() -> waiting.passed().toMillis() >= 1_000 ? Optional.of("row") : Optional.empty());

        assertThat(found).contains("row");
    }

    @Test
    void givesUpAfterASecond() {
        AtomicInteger looks = new AtomicInteger();

        Optional<String> found = arrivals.await(() -> {
            looks.incrementAndGet();
            return Optional.empty();
        });

        assertThat(found).isEmpty();
        assertThat(waiting.passed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(looks).hasValue(41);
    }

    @Test
    void aSlowLookDoesNotLengthenTheWait() {
        arrivals.await(() -> {
            waiting.pass(Duration.ofMillis(600));
            return Optional.empty();
        });

        assertThat(waiting.passed()).isEqualTo(Duration.ofMillis(1_225));
    }

    @Test
    void whileManyWaitTheNextOneLooksOnlyOnce() {
        AtomicInteger looks = new AtomicInteger();
        List<Optional<String>> answers = new ArrayList<>();

        waitNested(
                16,
                () -> answers.add(arrivals.await(() -> {
                    looks.incrementAndGet();
                    return Optional.empty();
                })));

        assertThat(answers).containsExactly(Optional.empty());
        assertThat(looks).hasValue(1);
        assertThat(arrivals.await(() -> looks.incrementAndGet() == 3 ? Optional.of("row") : Optional.empty()))
                .as("a place is free again")
                .contains("row");
    }

    /** Each waits within the second look of the one before. */
    private void waitNested(int depth, Runnable innermost) {
        AtomicInteger looks = new AtomicInteger();
        arrivals.await(() -> {
            if (looks.incrementAndGet() == 1) {
                return Optional.empty();
            }
            if (depth == 1) {
                innermost.run();
            } else {
                waitNested(depth - 1, innermost);
            }
            return Optional.of("row");
        });
    }

    @Test
    void stopsWaitingWhenTheThreadIsToEnd() {
        waiting.interrupted = true;

        assertThat(arrivals.await(Optional::empty)).isEmpty();
        assertThat(waiting.passed()).isZero();
    }

    @Test
    void refusesWithinATransaction() {
        Arrivals inTransaction = new Arrivals(() -> true, waiting);

        assertThatThrownBy(() -> inTransaction.await(() -> Optional.of("row")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before the transaction");
    }

    /** Time that passes only by being waited for. */
    private static final class SteppedWaiting implements Arrivals.Waiting {
        private long nanos = Long.MAX_VALUE - 1_000;
        private final long start = nanos;
        private boolean interrupted;

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public boolean rest(Duration rest) {
            if (!interrupted) {
                pass(rest);
            }
            return !interrupted;
        }

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        Duration passed() {
            return Duration.ofNanos(nanos - start);
        }
    }
}
