package io.zhenggai.embedded.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void waitsTwiceAsLongEachTimeUpToAMinute() {
        assertThat(Stream.generate(() -> backoff.afterRunOf(Duration.ZERO))
                        .limit(8)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void forgivesWhatHasRunForAMinuteButNotForLess() {
        backoff.afterRunOf(Duration.ZERO);

        assertThat(backoff.afterRunOf(Duration.ofMillis(59_999))).hasSeconds(2);
        assertThat(backoff.afterRunOf(Duration.ofSeconds(60))).hasSeconds(1);
    }
}
