package io.zhenggai.issue.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryPlanTest {

    @Test
    void whatIsNewIsRegisteredAndWhatIsLikelyOpenIsProposed() {
        DeliveryPlan plan = DeliveryPlan.of(List.of("a", "b", "c"), Set.of(), Set.of(1));

        assertThat(plan).isEqualTo(new DeliveryPlan(List.of(0, 2), List.of(1), Map.of()));
    }

    @Test
    void nothingIsDoneWithWhatIsSettled() {
        DeliveryPlan plan = DeliveryPlan.of(List.of("a", "b"), Set.of(0, 1), Set.of(1));

        assertThat(plan).isEqualTo(new DeliveryPlan(List.of(), List.of(), Map.of()));
    }

    @Test
    void theSameSourceItemTwiceIsOnce() {
        DeliveryPlan plan = DeliveryPlan.of(List.of("a", "b", "a", "b", "a"), Set.of(), Set.of(1, 3));

        assertThat(plan).isEqualTo(new DeliveryPlan(List.of(0), List.of(1), Map.of(2, 0, 3, 1, 4, 0)));
    }

    @Test
    void whatWasRefusedIsNoFirstOne() {
        DeliveryPlan plan = DeliveryPlan.of(List.of("a", "a"), Set.of(0), Set.of());

        assertThat(plan).isEqualTo(new DeliveryPlan(List.of(1), List.of(), Map.of()));
    }
}
