package io.zhenggai.notification.planning;

import static io.zhenggai.notification.planning.Campaign2021.PLANNER;
import static io.zhenggai.notification.planning.Campaign2021.SCHEDULE;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU;
import static io.zhenggai.notification.planning.Campaign2021.contactOf;
import static io.zhenggai.notification.planning.Campaign2021.everybody;
import static io.zhenggai.notification.planning.Campaign2021.nine;
import static io.zhenggai.notification.planning.Campaign2021.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private final Rehearsal rehearsal = new Rehearsal(PLANNER, SCHEDULE);

    @Test
    void showsOnlyTheDaysAskedForAsIfAllBeforeWereSent() {
        List<ReminderMessage> messages = rehearse("2021-10-28", "2021-10-28", ReminderHistory.NONE, nine("2021-10-19"));

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.recipient()).isEqualTo(contactOf(ZHENGZHOU));
            assertThat(message.day()).isEqualTo("2021-10-28");
            assertThat(message.superseded()).isEmpty();
        });
    }

    @Test
    void todayIsShownFromNowOn() {
        var hadItsMessage =
                new ReminderHistory(Set.of(), Set.of(contactOf(ZHENGZHOU).address()));
        Instant afternoon = nine("2021-10-22").plusSeconds(18_000);

        assertThat(rehearse("2021-10-22", "2021-10-22", ReminderHistory.NONE, afternoon))
                .hasSize(1);
        assertThat(rehearse("2021-10-22", "2021-10-22", hadItsMessage, afternoon))
                .isEmpty();
        assertThat(rehearse("2021-10-22", "2021-10-23", hadItsMessage, afternoon))
                .extracting(ReminderMessage::day)
                .containsExactly(LocalDate.of(2021, 10, 23));
    }

    @Test
    void daysBeforeTodayHaveNone() {
        assertThat(rehearse("2021-10-19", "2021-10-27", ReminderHistory.NONE, nine("2021-10-28")))
                .isEmpty();
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> rehearse("2021-10-23", "2021-10-22", ReminderHistory.NONE, nine("2021-10-19")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("to must not be before from: 2021-10-23, 2021-10-22");
    }

    private List<ReminderMessage> rehearse(String from, String to, ReminderHistory history, Instant now) {
        return rehearsal.messages(
                LocalDate.parse(from),
                LocalDate.parse(to),
                List.of(plan(ZHENGZHOU)),
                history,
                new Contacts(everybody()),
                now);
    }
}
