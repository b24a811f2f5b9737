package io.zhenggai.embedded.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class IdlenessTest {

    private static final PendingWork NOTHING = new PendingWork(0, 0, 0, 0);

    @Test
    void oneLookAtNothingIsNotEnough() {
        Queue<PendingWork> reports = new ArrayDeque<>(
                List.of(NOTHING, new PendingWork(0, 3, 0, 0), NOTHING, new PendingWork(1, 0, 0, 0), NOTHING, NOTHING));

        new Idleness(service -> service == LocalService.REPORT ? reports.remove() : NOTHING)
                .await(Duration.ofSeconds(10));

        assertThat(reports).isEmpty();
    }

    @Test
    void saysWhatIsLeftWhenTimeIsOver() {
        PendingWork stuck = new PendingWork(0, 0, 0, 2);

        assertThatThrownBy(() -> new Idleness(service -> service == LocalService.PLAN ? stuck : NOTHING)
                        .await(Duration.ofMillis(100)))
                .hasMessageContaining("plan-service=PendingWork[outbox=0, lag=0, due=0, deadLetters=2]")
                .hasMessageNotContaining("issue-service");
    }

    @Test
    void whoCannotTellIsNotIdle() {
        Queue<Boolean> canTell = new ArrayDeque<>(List.of(true, false, true, true));

        new Idleness(service -> {
                    if (service == LocalService.PLAN && !canTell.remove()) {
                        throw new CannotTellException("the brokers do not answer");
                    }
                    return NOTHING;
                })
                .await(Duration.ofSeconds(10));

        assertThat(canTell).isEmpty();
    }

    @Test
    void readsTheAnswerOfAService() {
        assertThat(PendingWork.parse("{\"outbox\":1,\"lag\":2,\"due\":3,\"deadLetters\":4}"))
                .isEqualTo(new PendingWork(1, 2, 3, 4));
    }
}
