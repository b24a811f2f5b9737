package io.zhenggai.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RunUntilStoppedTest {

    private static final Duration LONG = Duration.ofHours(1);

    /** Notes what happens, and rests or fails as the test says. */
    private static final class Noting implements RunUntilStopped.Step {
        private final List<String> happened = new CopyOnWriteArrayList<>();
        private volatile Supplier<Duration> next = () -> LONG;

        @Override
        public Duration run() {
            happened.add("run");
            return next.get();
        }

        @Override
        public void release() {
            happened.add("release");
        }
    }

    private final Noting step = new Noting();
    private final RunUntilStopped loop = new RunUntilStopped("loop", step);

    @Test
    void restsUntilItIsWokenAndGivesBackAtTheEnd() {
        loop.start();
        await().until(() -> step.happened.equals(List.of("run")));

        loop.wake();
        await().until(() -> step.happened.equals(List.of("run", "run")));

        loop.close();
        assertThat(step.happened).containsExactly("run", "run", "release");
        assertThat(loop.trouble()).isEmpty();
    }

    @Test
    void beginsAnewAfterAnUnexpectedFailureAndTellsOfIt() {
        step.next = () -> {
            throw new IllegalStateException("surprise");
        };

        loop.start();
        await().until(() -> step.happened.equals(List.of("run", "release")));
        assertThat(loop.trouble().orElseThrow()).contains("surprise");

        step.next = () -> LONG;
        await().until(() -> step.happened.equals(List.of("run", "release", "run")));
        await().until(() -> loop.trouble().isEmpty());
        loop.close();
    }

    @Test
    void anErrorEndsItNoMoreThanAFailure() {
        step.next = () -> {
            throw new StackOverflowError("on purpose");
        };

        loop.start();
        await().until(() -> step.happened.equals(List.of("run", "release")));
        assertThat(loop.trouble().orElseThrow()).contains("on purpose");

        step.next = () -> LONG;
        await().until(() -> step.happened.equals(List.of("run", "release", "run")));
        loop.close();
    }

    @Test
    void tellsThatItHasEndedByItself() {
        step.next = () -> {
            Thread.currentThread().interrupt();
            return LONG;
        };

        loop.start();

        await().until(() -> loop.trouble().equals(Optional.of("loop has ended")));
        assertThat(step.happened).containsExactly("run", "release");
    }
}
