package io.zhenggai.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.calendar.BusinessTime;
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

    @Test
    void theLastMomentOfADayStaysOnThatDayWhenItIsStored() {
        Instant lastNanosecond = Instant.parse("2021-10-31T15:59:59.999999999Z");
        Instant lastStorable = Instant.parse("2021-10-31T15:59:59.999999Z");

        clock.freezeAt(lastNanosecond);

        assertThat(clock.instant()).isEqualTo(lastStorable);
        assertThat(clock.withZone(ZoneId.of("Asia/Shanghai")).instant()).isEqualTo(lastStorable);
        assertThat(BusinessTime.today(clock)).isEqualTo("2021-10-31");
        assertThat(new BusinessClock(() -> lastNanosecond).instant()).isEqualTo(lastStorable);
    }
}
