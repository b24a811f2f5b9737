package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 交办.
 *
 * @param deadline until when it is rectified: from today to the campaign's last day
 * @param acknowledgeWithinWorkingDays until when it is acknowledged, at the latest by the deadline; where nothing is said 2, or
 *     the deadline when that is sooner
 * @param verifier who verifies; the source's default where nothing is said, and only the province departs from it
 * @param leadUnit the unit that is to lead; may be named later, with the cause
 */
record Assignment(
        @NotNull LocalDate deadline,
        @Min(1) @Max(30) @Nullable Integer acknowledgeWithinWorkingDays,
        @Nullable Level verifier,
        @Text(max = 100) @Nullable String leadUnit) {

    /** A blank name names nobody. */
    Assignment {
        leadUnit = Stripped.orNull(leadUnit);
    }

    /**
     * @return the day until whose end it is acknowledged
     * @throws Refusal 422 when what was asked for lies after the deadline
     */
    LocalDate acknowledgeBy(LocalDate today, WorkingCalendar calendar) {
        return AcknowledgementLimit.of(acknowledgeWithinWorkingDays, today, deadline, calendar);
    }
}
