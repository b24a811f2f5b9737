package io.zhenggai.kit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "41010", "4101000", "41010a", "４１０１００", " 410100", "410100\n", "000000"})
    void refusesWhatHasNotSixDigits(String value) {
        assertThatThrownBy(() -> new RegionCode(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a region code has six digits and does not begin with 00: " + value);
    }

    @ParameterizedTest
    @CsvSource({"410181, 410100", "410171, 410100", "410100, 410100", "419001, 419001"})
    void liesInACity(String code, String city) {
        assertThat(new RegionCode(code).cityCode()).contains(new RegionCode(city));
    }

    @Test
    void provinceLiesInNoCity() {
        assertThat(new RegionCode("410000").isProvince()).isTrue();
        assertThat(new RegionCode("410000").cityCode()).isEmpty();
        assertThat(new RegionCode("410100").isProvince()).isFalse();
        assertThat(new RegionCode("419001").provinceCode()).isEqualTo(new RegionCode("410000"));
    }

    @Test
    void isItsDigitsInJson() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();

        assertThat(mapper.writeValueAsString(new RegionCode("410100"))).isEqualTo("\"410100\"");
        assertThat(mapper.readValue("\"410100\"", RegionCode.class)).isEqualTo(new RegionCode("410100"));
    }
}
