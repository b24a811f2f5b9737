package io.zhenggai.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void isRoundedHalfUp() {
        assertThat(Rate.of(3, 7).permille()).contains(429L);
        assertThat(Rate.of(1, 3).permille()).contains(333L);
        assertThat(Rate.of(1, 2_000).permille()).contains(1L);
        assertThat(Rate.of(1, 2_001).permille()).contains(0L);
    }

    @Test
    void reachesItsBounds() {
        assertThat(Rate.of(0, 7).permille()).contains(0L);
        assertThat(Rate.of(7, 7).permille()).contains(1_000L);
    }

    @Test
    void ofNothingHasNoPermille() {
        assertThat(Rate.of(0, 0).permille()).isEmpty();
    }

    @Test
    void refusesMoreThanTheWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(8, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(-1, 7));
    }

    @Test
    void comparesExactlyWhereThePermilleIsTheSame() {
        assertThat(Rate.of(333, 1_000).compareExactly(Rate.of(1, 3))).isNegative();
        assertThat(Rate.of(2, 6).compareExactly(Rate.of(1, 3))).isZero();
    }

    @Test
    void anAverageIsInTenthsOfADay() {
        assertThat(Average.of(30, 7, Optional.of(40L)).tenthsOfDay()).contains(43L);
        assertThat(Average.of(0, 3, Optional.of(0L)).tenthsOfDay()).contains(0L);
        assertThat(Average.of(0, 0, Optional.empty()).tenthsOfDay()).isEmpty();
    }
}
