package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchSettingsTest {

    private final DispatchSettings settings = new DispatchSettings() {
        @Override
        public Duration lease() {
            return Duration.ofSeconds(90);
        }

        @Override
        public Duration firstRest() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestRest() {
            return Duration.ofMinutes(5);
        }
    };

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "9, PT4M16S", "10, PT5M", "1000000, PT5M"})
    void restDoublesUpToItsBound(int attempts, Duration rest) {
        assertThat(settings.restAfter(attempts)).isEqualTo(rest);
    }
}
