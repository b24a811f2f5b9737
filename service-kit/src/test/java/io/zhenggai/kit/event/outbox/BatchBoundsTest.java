package io.zhenggai.kit.event.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchBoundsTest {

    private final BatchBounds bounds = new BatchBounds(2_000, 8_000_000);

    @Test
    void areWhatIsSetAsLongAsNothingFails() {
        succeed(20);

        assertThat(bounds.rows()).isEqualTo(2_000);
        assertThat(bounds.bytes()).isEqualTo(8_000_000);
    }

    @Test
    void areHalvedByEachFailure() {
        bounds.failed();
        bounds.failed();

        assertThat(bounds.rows()).isEqualTo(500);
        assertThat(bounds.bytes()).isEqualTo(2_000_000);
    }

    @Test
    void doubleAfterEightSuccessesInARowAndNotAfterSeven() {
        bounds.failed();
        bounds.failed();

        succeed(7);
        assertThat(bounds.rows()).isEqualTo(500);
        succeed(1);
        assertThat(bounds.rows()).isEqualTo(1_000);
        succeed(7);
        bounds.failed();
        succeed(7);
        assertThat(bounds.rows()).isEqualTo(500);
    }

    @Test
    void leaveOneRowHoweverOftenItFails() {
        for (int failure = 0; failure < 100; failure++) {
            bounds.failed();
        }

        assertThat(bounds.rows()).isEqualTo(1);
        assertThat(bounds.bytes()).isEqualTo(1_953);
        assertThat(new BatchBounds(1, 1).bytes()).isEqualTo(1);
    }

    private void succeed(int times) {
        for (int time = 0; time < times; time++) {
            bounds.succeeded();
        }
    }
}
