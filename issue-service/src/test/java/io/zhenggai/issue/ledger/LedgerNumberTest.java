package io.zhenggai.issue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerNumberTest {

    @Test
    void hasFourDigitsUntilItNeedsMore() {
        assertThat(new LedgerNumber(2021, "410100", 1)).hasToString("ZG2021-410100-0001");
        assertThat(new LedgerNumber(2021, "410100", 9_999)).hasToString("ZG2021-410100-9999");
        assertThat(new LedgerNumber(2021, "410100", 10_000)).hasToString("ZG2021-410100-10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZG2021-410100-0001", "ZG2021-419001-9999", "ZG2026-410181-10000"})
    void isReadAsWritten(String text) {
        assertThat(LedgerNumber.parse(text))
                .hasValueSatisfying(number -> assertThat(number).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ZG2021-410100-1",
                "ZG2021-410100-0000",
                "ZG2021-410100-00010",
                "ZG21-410100-0001",
                "zg2021-410100-0001",
                "ZG2021-410100-0001 ",
                "ZG2021-410100-9999999999",
                "ZG２０２１-410100-0001",
                "01920000-0000-7000-8000-000000000001"
            })
    void whatIsNoNumberFindsNothing(String text) {
        assertThat(LedgerNumber.parse(text)).isEmpty();
    }

    @Test
    void startsWithOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LedgerNumber(2021, "410100", 0));
    }

    @Test
    void reservedNumbersAreHandedOutInOrderCityByCity() {
        NumberRanges ranges =
                new NumberRanges(2021, Map.of("410100", 2, "410200", 1), Map.of("410100", 12, "410200", 1));

        assertThat(ranges.next("410100")).hasToString("ZG2021-410100-0011");
        assertThat(ranges.next("410200")).hasToString("ZG2021-410200-0001");
        assertThat(ranges.next("410100")).hasToString("ZG2021-410100-0012");
        assertThat(ranges.given().get("410100").count()).isEqualTo(2);
        assertThat(ranges.given().get("410100").first()).hasToString("ZG2021-410100-0011");
    }
}
