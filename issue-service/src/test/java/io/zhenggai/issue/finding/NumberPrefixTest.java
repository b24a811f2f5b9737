package io.zhenggai.issue.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.finding.NumberPrefix.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "ZG, 0, 9223372036854775807",
        "ZG20, 2000000000000000000, 2099999999999999999",
        "ZG2021, 2021000000000000000, 2021999999999999999",
        "ZG2021-41, 2021410000000000000, 2021419999999999999",
        "ZG2021-410100, 2021410100000000000, 2021410100999999999",
    })
    void whatNamesNoNumberYetIsOneRange(String prefix, long first, long last) {
        assertThat(new NumberPrefix(prefix).ranges()).containsExactly(new Range(first, last));
    }

    @Test
    void aNumberThatBeginsSoMayHaveMoreDigits() {
        assertThat(new NumberPrefix("ZG2021-410100-12").ranges())
                .containsExactly(
                        range(1200, 1299),
                        range(12000, 12999),
                        range(120000, 129999),
                        range(1200000, 1299999),
                        range(12000000, 12999999),
                        range(120000000, 129999999));
    }

    @Test
    void noughtsStandInFrontOfFourDigitsOnly() {
        assertThat(new NumberPrefix("ZG2021-410100-00").ranges()).containsExactly(range(1, 99));
        assertThat(new NumberPrefix("ZG2021-410100-0012").ranges()).containsExactly(range(12, 12));
        assertThat(new NumberPrefix("ZG2021-410100-00012").ranges()).isEmpty();
    }

    @Test
    void aWholeNumberIsFound() {
        assertThat(new NumberPrefix("ZG2021-410100-123456789").ranges()).containsExactly(range(123456789, 123456789));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZG20-41", "ZG2021-4101-1"})
    void whatSkipsDigitsBeginsNoNumber(String prefix) {
        assertThat(new NumberPrefix(prefix).ranges()).isEmpty();
    }

    private static Range range(long first, long last) {
        long city = 2021410100000000000L;
        return new Range(city + first, city + last);
    }
}
