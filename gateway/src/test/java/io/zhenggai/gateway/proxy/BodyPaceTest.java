package io.zhenggai.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodyPaceTest {

    private static final int LOOKS = 4;

    private final BodyPace pace = new BodyPace(BodyPace.LOOK.multipliedBy(LOOKS), 1_000, Duration.ofDays(1));

    @Test
    void exactlyAsMuchAsMustIsEnough() {
        looks(LOOKS - 1, 0, true);

        assertThat(pace.isTooSlow(1_000, true)).isFalse();
    }

    @Test
    void oneByteLessIsTooSlowAtTheEndOfTheWindowAndNotBefore() {
        assertThat(looks(LOOKS - 1, 999, true)).isFalse();

        assertThat(pace.isTooSlow(999, true)).isTrue();
    }

    @Test
    void eachWindowCountsForItself() {
        assertThat(looks(LOOKS, 1_000_000, true)).isFalse();

        assertThat(looks(LOOKS - 1, 1_000_999, true)).isFalse();
        assertThat(pace.isTooSlow(1_000_999, true)).isTrue();
    }

    @Test
    void noTimePassesWhileTheServiceTakesNoMore() {
        looks(LOOKS - 1, 0, true);

        assertThat(looks(100 * LOOKS, 0, false)).isFalse();
        assertThat(pace.isTooSlow(0, true)).isTrue();
    }

    @Test
    void aWindowShorterThanALookEndsWithTheFirst() {
        assertThat(new BodyPace(Duration.ofMillis(1), 1, Duration.ofDays(1)).isTooSlow(0, true))
                .isTrue();
    }

    @Test
    void theWholeHasALongestTimeHoweverFastItComes() {
        BodyPace endless = new BodyPace(BodyPace.LOOK, 1, BodyPace.LOOK.multipliedBy(3));

        assertThat(endless.isTooSlow(1_000, true)).isFalse();
        assertThat(endless.isTooSlow(2_000, true)).isFalse();
        assertThat(endless.isTooSlow(2_000, false)).isFalse();
        assertThat(endless.isTooSlow(3_000, true)).isTrue();
    }

    /** @return whether any of so many looks finds it too slow */
    private boolean looks(int looks, long seen, boolean hasTheWord) {
        return IntStream.range(0, looks)
                        .filter(look -> pace.isTooSlow(seen, hasTheWord))
                        .count()
                > 0;
    }
}
