package io.zhenggai.notification.planning;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReminderRulesTest {

    @Test
    void daysBeforeFallToNotBelowZero() {
        assertThatThrownBy(() -> rules(List.of())).hasMessage("daysBefore must name at least one day");
        assertThatThrownBy(() -> rules(List.of(3, 7))).hasMessage("daysBefore must fall, none below 0: [3, 7]");
        assertThatThrownBy(() -> rules(List.of(3, 3))).hasMessage("daysBefore must fall, none below 0: [3, 3]");
        assertThatThrownBy(() -> rules(List.of(3, -1))).hasMessage("daysBefore must fall, none below 0: [3, -1]");
    }

    @Test
    void stepsAfterTheDeadlineRiseFromOne() {
        assertThatThrownBy(() -> new ReminderRules(List.of(0), LocalTime.NOON, 0, 3, 5, 10))
                .hasMessage("the steps after the deadline must rise from 1: 0, 3, 5, 10");
        assertThatThrownBy(() -> new ReminderRules(List.of(0), LocalTime.NOON, 1, 3, 5, 5))
                .hasMessage("the steps after the deadline must rise from 1: 1, 3, 5, 5");
    }

    private static ReminderRules rules(List<Integer> daysBefore) {
        return new ReminderRules(daysBefore, LocalTime.NOON, 1, 3, 5, 10);
    }
}
