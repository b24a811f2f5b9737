package io.zhenggai.plan.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.kit.calendar.Light;
import io.zhenggai.kit.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObligationTest {

    private static final LocalDate DEADLINE = LocalDate.of(2021, 10, 31);
    private static final LocalDate RESUBMIT_BY = LocalDate.of(2021, 11, 3);
    /** The end of 2021-10-31 in Henan. */
    private static final Instant LAST_MICROSECOND = Instant.parse("2021-10-31T15:59:59.999999Z");

    private static final Instant FIRST_LATE = Instant.parse("2021-10-31T16:00:00Z");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofChina();

    private final Obligation plan = open(ObligationCode.PLAN);
    private final Obligation training = open(ObligationCode.SPECIAL_TRAINING);

    @Test
    void startsOpenAndNotLate() {
        assertThat(plan.fields().status()).isEqualTo(ObligationStatus.OPEN);
        assertThat(plan.fields().late()).isFalse();
        assertThat(plan.fields().deadlineVersion()).isEqualTo(1);
        assertThat(plan.fields().owedBy()).contains(DEADLINE);
    }

    @Test
    void whatIsSubmittedInTheLastMicrosecondOfTheDueDayIsInTime() {
        plan.follow(submitted(LAST_MICROSECOND, 0));

        assertThat(plan.fields().late()).isFalse();
        assertThat(plan.fields().firstSubmittedAt()).isEqualTo(LAST_MICROSECOND);
    }

    @Test
    void whatIsSubmittedAtTheStartOfTheNextDayIsLate() {
        plan.follow(submitted(FIRST_LATE, 0));

        assertThat(plan.fields().late()).isTrue();
    }

    @Test
    void stayedInTimeWhenTheCorrectedFilingComesAfterTheDeadline() {
        plan.follow(submitted(LAST_MICROSECOND, 0));
        plan.follow(returned(LAST_MICROSECOND, 1));

        plan.follow(submitted(LAST_MICROSECOND, 1));

        assertThat(plan.fields().status()).isEqualTo(ObligationStatus.SUBMITTED);
        assertThat(plan.fields().late()).isFalse();
    }

    @Test
    void staysLateForEver() {
        plan.follow(submitted(FIRST_LATE, 0));

        plan.follow(accepted(FIRST_LATE, 0));

        assertThat(plan.fields().late()).isTrue();
    }

    @Test
    void isOwedAgainUntilTheNewDateWhileReturned() {
        plan.follow(submitted(LAST_MICROSECOND, 0));

        plan.follow(returned(LAST_MICROSECOND, 1));

        assertThat(plan.fields().returns()).isEqualTo(1);
        assertThat(plan.fields().owedBy()).contains(RESUBMIT_BY);
        plan.follow(submitted(LAST_MICROSECOND, 1));
        assertThat(plan.fields().resubmitBy()).isNull();
        assertThat(plan.fields().owedBy()).isEmpty();
    }

    @Test
    void doesNotGoBackWhenAnOlderStateIsToldAgain() {
        plan.follow(submitted(LAST_MICROSECOND, 0));
        plan.follow(returned(LAST_MICROSECOND, 1));

        assertThat(plan.follow(submitted(LAST_MICROSECOND, 0))).isFalse();
        assertThat(plan.fields().status()).isEqualTo(ObligationStatus.RETURNED);
    }

    @Test
    void staysAcceptedWhateverIsToldAfterwards() {
        plan.follow(accepted(LAST_MICROSECOND, 2));

        assertThat(plan.follow(returned(LAST_MICROSECOND, 3))).isFalse();
        assertThat(plan.follow(accepted(LAST_MICROSECOND, 2))).isFalse();
        assertThat(plan.fields().status()).isEqualTo(ObligationStatus.ACCEPTED);
    }

    @Test
    void catchesUpWithAReturnOfWhichTheSubmissionWasMissed() {
        assertThat(plan.follow(returned(FIRST_LATE, 1))).isTrue();

        assertThat(plan.fields().late()).isTrue();
        assertThat(plan.fields().returns()).isEqualTo(1);
    }

    @Test
    void anActionIsAcceptedAtOnceWhenItIsRecorded() {
        assertThat(training.fulfil(FIRST_LATE)).isTrue();

        assertThat(training.fields().status()).isEqualTo(ObligationStatus.ACCEPTED);
        assertThat(training.fields().late()).isTrue();
        assertThat(training.fields().firstSubmittedAt()).isEqualTo(FIRST_LATE);
        assertThat(training.fields().acceptedAt()).isEqualTo(FIRST_LATE);
    }

    @Test
    void aFurtherSessionChangesNothing() {
        training.fulfil(LAST_MICROSECOND);

        assertThat(training.fulfil(FIRST_LATE)).isFalse();
        assertThat(training.fields().late()).isFalse();
        assertThat(training.fields().acceptedAt()).isEqualTo(LAST_MICROSECOND);
    }

    @Test
    void aFilingThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> new Filing(Filing.Status.RETURNED, FIRST_LATE, 1, null, FIRST_LATE, null))
                .hasMessageContaining("resubmitBy");
        assertThatThrownBy(() -> new Filing(Filing.Status.RETURNED, FIRST_LATE, 0, RESUBMIT_BY, FIRST_LATE, null))
                .hasMessageContaining("at least one return");
        assertThatThrownBy(() -> new Filing(Filing.Status.ACCEPTED, FIRST_LATE, 0, null, null, null))
                .hasMessageContaining("acceptedAt");
    }

    @Test
    void turnsYellowFiveWorkingDaysBeforeItsDeadlineAndRedBehindIt() {
        // Sunday 2021-10-31; 2021-10-25 to 29 are five working days.
        assertThat(light(LocalDate.of(2021, 10, 21))).isEqualTo(Light.GREEN);
        assertThat(light(LocalDate.of(2021, 10, 22))).isEqualTo(Light.YELLOW);
        assertThat(light(DEADLINE)).isEqualTo(Light.YELLOW);
        assertThat(light(DEADLINE.plusDays(1))).isEqualTo(Light.RED);
    }

    @Test
    void showsNoLightWhenNothingIsOwedAnyMore() {
        plan.follow(submitted(LAST_MICROSECOND, 0));

        assertThat(light(DEADLINE.plusDays(1))).isNull();
    }

    @Test
    void countsItsEventsWithoutGaps() {
        Instant now = FIRST_LATE;

        assertThat(ObligationEvents.of(plan, now).type()).isEqualTo("obligation.opened.v1");
        plan.follow(submitted(now, 0));
        assertThat(ObligationEvents.of(plan, now).aggregateVersion()).isEqualTo(2);
        plan.follow(returned(now, 1));
        assertThat(ObligationEvents.of(plan, now).type()).isEqualTo("obligation.returned.v1");
    }

    private Light light(LocalDate today) {
        return ObligationView.of(plan, today, CALENDAR).light();
    }

    private static Filing submitted(Instant first, int returns) {
        return new Filing(Filing.Status.SUBMITTED, first, returns, null, null, null);
    }

    private static Filing returned(Instant first, int returns) {
        return new Filing(Filing.Status.RETURNED, first, returns, RESUBMIT_BY, first, null);
    }

    private static Filing accepted(Instant first, int returns) {
        return new Filing(Filing.Status.ACCEPTED, first, returns, null, null, first);
    }

    private static Obligation open(ObligationCode code) {
        Opening opening = new Opening(1, code, code.chinese(), DEADLINE);
        Instant now = Instant.parse("2021-10-19T00:30:00Z");
        return new Obligation(UUID.randomUUID(), UUID.randomUUID(), opening, "410100", Optional.empty(), now);
    }
}
