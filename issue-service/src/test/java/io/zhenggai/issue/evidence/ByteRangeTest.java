package io.zhenggai.issue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    private static final String TAG = "\"86ed\"";

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,0",
        "bytes=0-9,0,9",
        "bytes=0-,0,9",
        "bytes=9-9,9,9",
        "bytes=9-,9,9",
        "bytes=3-10,3,9",
        "bytes=3-99999999999999999999999,3,9",
        "bytes=-1,9,9",
        "bytes=-10,0,9",
        "bytes=-11,0,9",
        "bytes=-99999999999999999999999,0,9",
        "Bytes = 00000000000000000000003 - 4,3,4"
    })
    void onePartIsFound(String range, long first, long last) throws ByteRange.Unsatisfiable {
        assertThat(ByteRange.of(range, null, TAG, 10)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-10", "bytes=99999999999999999999999-", "bytes=-0"})
    void behindTheEndIsNothing(String range) {
        assertThatExceptionOfType(ByteRange.Unsatisfiable.class).isThrownBy(() -> ByteRange.of(range, null, TAG, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=4-3", "lines=0-1", "bytes=0-1,3-4", "0-1"})
    void whatIsNotOnePartMeansTheWhole(String range) throws ByteRange.Unsatisfiable {
        assertThat(ByteRange.of(range, null, TAG, 10)).isEmpty();
    }

    @Test
    void ofAnotherStateTheWholeIsSent() throws ByteRange.Unsatisfiable {
        assertThat(ByteRange.of("bytes=3-4", TAG, TAG, 10)).contains(new ByteRange(3, 4));
        assertThat(ByteRange.of("bytes=3-4", "\"other\"", TAG, 10)).isEmpty();
        assertThat(ByteRange.of("bytes=3-4", "W/" + TAG, TAG, 10)).isEmpty();
        assertThat(ByteRange.of("bytes=3-4", "Fri, 26 Nov 2021 08:00:00 GMT", TAG, 10))
                .isEmpty();
        assertThat(ByteRange.of("bytes=99-", "\"other\"", TAG, 10)).isEmpty();
    }

    @Test
    void isWrittenWithTheWholesLength() {
        assertThat(new ByteRange(3, 4).of(10)).isEqualTo("bytes 3-4/10");
        assertThat(new ByteRange(3, 4).length()).isEqualTo(2);
    }
}
