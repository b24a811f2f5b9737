package io.zhenggai.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant CAMPAIGN_START = Instant.parse("2021-10-19T00:00:00Z");

    private final BusinessClock clock = new BusinessClock(() -> NOW);

    @Test
    void followsRealTimeUntilItIsFrozen() {
        assertThat(clock.instant()).isEqualTo(NOW);
        assertThat(clock.isFrozen()).isFalse();
    }

    @Test
    void standsWhereItIsFrozenAndGoesOnWhenReleased() {
        clock.freezeAt(CAMPAIGN_START);
        assertThat(clock.instant()).isEqualTo(CAMPAIGN_START);

        clock.release();
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void aViewInAnotherZoneStandsWithIt() {
        Clock shanghai = clock.withZone(ZoneId.of("Asia/Shanghai"));

        clock.freezeAt(CAMPAIGN_START);

        assertThat(shanghai.instant()).isEqualTo(CAMPAIGN_START);
        assertThat(shanghai.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }
}
