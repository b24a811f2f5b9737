package io.zhenggai.kit.event.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TwoAtOnceTest {

    private final TwoAtOnce twoAtOnce = new TwoAtOnce();
    private final CyclicBarrier barrier = new CyclicBarrier(2);

    @AfterEach
    void close() {
        twoAtOnce.close();
    }

    @Test
    void bothAreDoneAtTheSameTime() {
        assertThat(twoAtOnce.both(() -> meeting("one"), () -> meeting("other"))).containsExactly("one", "other");
    }

    @Test
    @Timeout(60)
    void whenOneFailsTheOtherHasEndedAllTheSame() {
        AtomicBoolean ended = new AtomicBoolean();

        assertThatThrownBy(() -> twoAtOnce.both(
                        () -> {
                            meeting("one");
                            throw new AssertionError("one failed");
                        },
                        () -> {
                            String met = meeting("other");
                            ended.set(true);
                            return met;
                        }))
                .hasMessage("one failed");

        assertThat(ended).isTrue();
    }

    @Test
    void aFailureOfTheOtherIsTold() {
        assertThatThrownBy(() -> twoAtOnce.both(() -> "one", () -> {
                    throw new AssertionError("the other failed");
                }))
                .hasRootCauseMessage("the other failed");
    }

    /** Returns when the other one is here too. */
    private String meeting(String name) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
            return name;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
