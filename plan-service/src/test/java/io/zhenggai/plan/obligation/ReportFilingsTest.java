package io.zhenggai.plan.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.UnreadableEventException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportFilingsTest {

    private static final Instant SUBMITTED = Instant.parse("2021-12-27T07:00:00Z");
    private static final Instant REVIEWED = Instant.parse("2021-12-28T07:00:00Z");

    private final ReportFilings filings = new ReportFilings(WorkingCalendar.ofChina());

    @Test
    void aDraftIsNoFiling() {
        assertThat(filings.of(report("DRAFT", null, null, null, 0, null))).isEmpty();
    }

    @Test
    void aStatusOfANewerSenderIsPassedOver() {
        assertThat(filings.of(report("WITHDRAWN", SUBMITTED, null, null, 0, null)))
                .isEmpty();
        assertThat(filings.of(report(null, SUBMITTED, null, null, 0, null))).isEmpty();
    }

    @Test
    void readsASubmissionAReturnAndAnAcceptance() {
        LocalDate until = LocalDate.of(2022, 1, 10);

        assertThat(filings.of(report("SUBMITTED", SUBMITTED, null, null, 0, null)))
                .contains(new Filing(Filing.Status.SUBMITTED, SUBMITTED, 0, null, null, null));
        assertThat(filings.of(report("RETURNED", SUBMITTED, REVIEWED, until, 1, null)))
                .contains(new Filing(Filing.Status.RETURNED, SUBMITTED, 1, until, REVIEWED, null));
        assertThat(filings.of(report("ACCEPTED", SUBMITTED, null, null, 0, REVIEWED)))
                .contains(new Filing(Filing.Status.ACCEPTED, SUBMITTED, 0, null, null, REVIEWED));
    }

    @Test
    void aReturnWithoutADateIsOwedOnTheThirdWorkingDay() {
        // Tuesday 2021-12-28: Wednesday, Thursday, Friday.
        assertThat(filings.of(report("RETURNED", SUBMITTED, REVIEWED, null, 1, null))
                        .orElseThrow()
                        .resubmitBy())
                .isEqualTo(LocalDate.of(2021, 12, 31));
    }

    @Test
    void aStateThatLacksItsMomentsIsUnreadable() {
        assertThatThrownBy(() -> filings.of(report("SUBMITTED", null, null, null, 0, null)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("firstSubmittedAt");
        assertThatThrownBy(() -> filings.of(report("RETURNED", SUBMITTED, null, null, 1, null)))
                .isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> filings.of(report("RETURNED", SUBMITTED, REVIEWED, null, 0, null)))
                .isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> filings.of(report("ACCEPTED", SUBMITTED, null, null, 0, null)))
                .isInstanceOf(UnreadableEventException.class);
    }

    private static ReportState report(
            String status, Instant first, Instant returnedAt, LocalDate resubmitBy, int returns, Instant acceptedAt) {
        return new ReportState(UUID.randomUUID(), "410100", status, first, returnedAt, resubmitBy, returns, acceptedAt);
    }
}
