package io.zhenggai.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theMedianStandsInTheMiddleOrBetweenTheTwoThere() {
        assertThat(new Sample(List.of(9.0)).median()).isEqualTo(9);
        assertThat(new Sample(List.of(9.0, 1.0, 4.0)).median()).isEqualTo(4);
        assertThat(new Sample(List.of(9.0, 1.0, 4.0, 5.0)).median()).isEqualTo(4.5);
    }

    @Test
    void aPercentileIsTheSmallestThatSoManyDoNotExceed() {
        Sample hundred = new Sample(
                IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList());

        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(hundred.percentile(99.1)).isEqualTo(100);
        assertThat(hundred.percentile(100)).isEqualTo(100);
        assertThat(new Sample(List.of(3.0)).percentile(1)).isEqualTo(3);
    }

    @Test
    void theSpreadIsFromTheLowestToTheHighest() {
        Sample sample = new Sample(List.of(3.0, 1.0, 2.0));

        assertThat(sample.lowest()).isEqualTo(1);
        assertThat(sample.highest()).isEqualTo(3);
    }

    @Test
    void ofNothingThereIsNoMedian() {
        assertThatThrownBy(() -> new Sample(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
