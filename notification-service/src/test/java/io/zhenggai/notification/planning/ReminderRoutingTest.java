package io.zhenggai.notification.planning;

import static io.zhenggai.notification.planning.Campaign2021.GONGYI;
import static io.zhenggai.notification.planning.Campaign2021.PROVINCE;
import static io.zhenggai.notification.planning.Campaign2021.ROUTING;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU_HOUSING;
import static io.zhenggai.notification.planning.PostRole.CONTACT;
import static io.zhenggai.notification.planning.PostRole.HEAD;
import static io.zhenggai.notification.planning.PostRole.INDICATOR_LEAD;
import static io.zhenggai.notification.planning.Purpose.CIRCULAR_PROPOSAL;
import static io.zhenggai.notification.planning.Purpose.COPY;
import static io.zhenggai.notification.planning.Purpose.REMINDER;
import static io.zhenggai.notification.planning.Purpose.SLIP_PROPOSAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderRoutingTest {

    @ParameterizedTest
    @ValueSource(ints = {7, 3, 1, 0})
    void untilTheDeadlineTheContactIsToldAndTheIndicatorLeadCopied(int daysBefore) {
        assertThat(ROUTING.postsFor(ZHENGZHOU, ReminderOffset.daysBefore(daysBefore)))
                .isEqualTo(Map.of(
                        new Post(ZHENGZHOU, CONTACT), REMINDER,
                        new Post(ZHENGZHOU, INDICATOR_LEAD), COPY));
    }

    @Test
    void onTheFirstWorkingDayAfterTheContactIsToldAndTheNextLevelCopied() {
        assertThat(postsAfter(1, ZHENGZHOU))
                .isEqualTo(Map.of(
                        new Post(ZHENGZHOU, CONTACT), REMINDER,
                        new Post(ZHENGZHOU, INDICATOR_LEAD), COPY,
                        new Post(PROVINCE, CONTACT), COPY));
    }

    @Test
    void onTheThirdTheHeadIsTold() {
        assertThat(postsAfter(3, ZHENGZHOU))
                .isEqualTo(Map.of(
                        new Post(ZHENGZHOU, HEAD), REMINDER,
                        new Post(ZHENGZHOU, INDICATOR_LEAD), COPY,
                        new Post(PROVINCE, CONTACT), COPY));
    }

    @Test
    void onTheFifthASlipAndOnTheTenthACircularIsProposedToTheProvince() {
        assertThat(postsAfter(5, ZHENGZHOU)).isEqualTo(Map.of(new Post(PROVINCE, CONTACT), SLIP_PROPOSAL));
        assertThat(postsAfter(10, GONGYI)).isEqualTo(Map.of(new Post(PROVINCE, CONTACT), CIRCULAR_PROPOSAL));
    }

    @Test
    void copiesGoFromCountyAndUnitToTheirCity() {
        assertThat(postsAfter(1, GONGYI))
                .isEqualTo(Map.of(new Post(GONGYI, CONTACT), REMINDER, new Post(ZHENGZHOU, CONTACT), COPY));
        assertThat(postsAfter(3, ZHENGZHOU_HOUSING))
                .isEqualTo(Map.of(new Post(ZHENGZHOU_HOUSING, HEAD), REMINDER, new Post(ZHENGZHOU, CONTACT), COPY));
    }

    @Test
    void provinceIsRemindedButProposesNothingAgainstItself() {
        assertThat(postsAfter(1, PROVINCE)).isEqualTo(Map.of(new Post(PROVINCE, CONTACT), REMINDER));
        assertThat(postsAfter(3, PROVINCE)).isEqualTo(Map.of(new Post(PROVINCE, HEAD), REMINDER));
        assertThat(postsAfter(5, PROVINCE)).isEmpty();
        assertThat(postsAfter(10, PROVINCE)).isEmpty();
    }

    private static Map<Post, Purpose> postsAfter(int workingDays, Party owedBy) {
        return ROUTING.postsFor(owedBy, ReminderOffset.workingDaysAfter(workingDays));
    }
}
