package io.zhenggai.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainTest {

    private final Drain drain = new Drain();

    @Test
    void eachPartHasItsOwnRate() {
        look(0, 15_000);
        look(100, 12_500);
        look(150, 12_500);
        look(200, 10_000);
        look(900, 5_000);
        look(950, 2_000);
        look(1_000, 0);

        assertThat(drain.perSecond(15_000, 10_000)).isEqualTo(25_000);
        assertThat(drain.perSecond(5_000, 0)).isEqualTo(50_000);
    }

    @Test
    void whatWasLookedAtOnceHasNoRate() {
        look(0, 15_000);
        look(100, 9_000);

        assertThatThrownBy(() -> drain.perSecond(15_000, 10_000)).isInstanceOf(IllegalStateException.class);
    }

    private void look(long millis, long waiting) {
        drain.note(TimeUnit.MILLISECONDS.toNanos(millis), waiting);
    }
}
