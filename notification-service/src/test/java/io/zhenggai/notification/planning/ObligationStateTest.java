package io.zhenggai.notification.planning;

import static io.zhenggai.notification.planning.Campaign2021.PUBLISHED;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU;
import static io.zhenggai.notification.planning.Campaign2021.deadline;
import static io.zhenggai.notification.planning.Campaign2021.nine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObligationStateTest {

    private static final Deadline PHASE = deadline("2021-10-31", PUBLISHED);
    private static final Deadline RESUBMISSION = deadline("2021-11-05", nine("2021-11-02"));

    @Test
    void openFilingIsOwedByTheDeadlineOfItsPhase() {
        assertThat(filing(ObligationStatus.OPEN, Optional.empty()).owed())
                .contains(new Owed(OwedKind.FILING, "1", "整改方案", ZHENGZHOU, PHASE));
    }

    @Test
    void returnedFilingIsOwedByItsResubmissionOnly() {
        assertThat(filing(ObligationStatus.RETURNED, Optional.of(RESUBMISSION)).owed())
                .contains(new Owed(OwedKind.RETURNED_FILING, "1", "整改方案", ZHENGZHOU, RESUBMISSION));
    }

    @ParameterizedTest
    @EnumSource(
            value = ObligationStatus.class,
            names = {"SUBMITTED", "ACCEPTED", "WAIVED"})
    void nothingIsOwedOtherwise(ObligationStatus status) {
        assertThat(filing(status, Optional.empty()).owed()).isEmpty();
    }

    @Test
    void resubmissionBelongsToWhatWasReturned() {
        assertThatThrownBy(() -> filing(ObligationStatus.RETURNED, Optional.empty()))
                .hasMessage("resubmission must be there when, and only when, the status is RETURNED");
        assertThatThrownBy(() -> filing(ObligationStatus.OPEN, Optional.of(RESUBMISSION)))
                .hasMessage("resubmission must be there when, and only when, the status is RETURNED");
    }

    private static ObligationState filing(ObligationStatus status, Optional<Deadline> resubmission) {
        return new ObligationState("1", OwedKind.FILING, "整改方案", ZHENGZHOU, status, PHASE, resubmission);
    }
}
