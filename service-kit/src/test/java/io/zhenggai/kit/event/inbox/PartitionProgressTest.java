package io.zhenggai.kit.event.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {

    private static final TopicPartition FIRST = new TopicPartition("zhenggai.issue", 0);
    private static final TopicPartition SECOND = new TopicPartition("zhenggai.issue", 1);

    private final PartitionProgress progress = new PartitionProgress();

    @Test
    void aPartitionStandsStillAfterAMinuteWithoutProgress() {
        progress.note(Map.of(FIRST, new Standing(3, 10)), seconds(100));
        progress.note(Map.of(FIRST, new Standing(3, 12)), seconds(160));

        assertThat(progress.standstill(seconds(160))).isEmpty();
        assertThat(progress.standstill(seconds(160) + 1))
                .contains("zhenggai.issue-0 has not moved for 60 s, and 9 wait in it");
        assertThat(progress.behind()).isEqualTo(9);
    }

    @Test
    void oneThatMovesOrHasNothingToReadDoesNot() {
        progress.note(Map.of(FIRST, new Standing(3, 10), SECOND, new Standing(5, 5)), seconds(100));
        progress.note(Map.of(FIRST, new Standing(4, 10), SECOND, new Standing(5, 6)), seconds(159));

        assertThat(progress.standstill(seconds(219))).isEmpty();
        progress.note(Map.of(FIRST, new Standing(4, 10), SECOND, new Standing(6, 6)), seconds(219));
        assertThat(progress.standstill(seconds(220)).orElseThrow()).contains("zhenggai.issue-0", "61 s");
        progress.note(Map.of(SECOND, new Standing(6, 6)), seconds(221));
        assertThat(progress.standstill(seconds(999))).as("one that is gone").isEmpty();
    }

    @Test
    void theOneThatHasStoodLongestIsNamed() {
        progress.note(Map.of(FIRST, new Standing(0, 1)), seconds(10));
        progress.note(Map.of(FIRST, new Standing(0, 1), SECOND, new Standing(0, 1)), seconds(20));

        assertThat(progress.standstill(seconds(100)).orElseThrow()).contains("zhenggai.issue-0", "90 s");
    }

    @Test
    void afterASilenceCountingBeginsAnew() {
        progress.note(Map.of(FIRST, new Standing(3, 10)), seconds(0));
        progress.forget();
        progress.note(Map.of(FIRST, new Standing(3, 10)), seconds(100));

        assertThat(progress.standstill(seconds(160))).isEmpty();
        assertThat(progress.standstill(seconds(161))).isPresent();
    }

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }
}
