package io.zhenggai.notification.planning;

import static io.zhenggai.notification.planning.Campaign2021.GONGYI;
import static io.zhenggai.notification.planning.Campaign2021.JIYUAN;
import static io.zhenggai.notification.planning.Campaign2021.PROVINCE;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU_HOUSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartyTest {

    @Test
    void nextLevelLeadsFromUnitAndCountyOverTheCityToTheProvince() {
        assertThat(ZHENGZHOU_HOUSING.nextLevel()).contains(ZHENGZHOU);
        assertThat(GONGYI.nextLevel()).contains(ZHENGZHOU);
        assertThat(ZHENGZHOU.nextLevel()).contains(PROVINCE);
        assertThat(JIYUAN.nextLevel()).contains(PROVINCE);
        assertThat(PROVINCE.nextLevel()).isEmpty();
        assertThat(Party.unit(PROVINCE.region(), "住建厅").nextLevel()).contains(PROVINCE);
    }

    @Test
    void regionalOfficesAreThoseOfCities() {
        assertThat(ZHENGZHOU.isRegionalOffice()).isTrue();
        assertThat(JIYUAN.isRegionalOffice()).isTrue();
        assertThat(GONGYI.isRegionalOffice()).isFalse();
        assertThat(ZHENGZHOU_HOUSING.isRegionalOffice()).isFalse();
        assertThat(PROVINCE.isRegionalOffice()).isFalse();
    }
}
