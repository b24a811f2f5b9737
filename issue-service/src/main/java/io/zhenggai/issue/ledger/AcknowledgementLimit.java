package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Until when what is handed down is acknowledged 签收期限. */
final class AcknowledgementLimit {

    private static final int WORKING_DAYS = 2;

    private AcknowledgementLimit() {}

    /**
     * @param workingDays as asked for; null for 2, or the deadline when that is sooner
     * @return the day until whose end it is acknowledged
     * @throws Refusal 422 when what was asked for lies after the deadline
     */
    static LocalDate of(@Nullable Integer workingDays, LocalDate today, LocalDate deadline, WorkingCalendar calendar) {
        LocalDate day = calendar.plusWorkingDays(today, workingDays == null ? WORKING_DAYS : workingDays);
        // What is late already is acknowledged nevertheless.
        if (!day.isAfter(deadline) || deadline.isBefore(today)) {
            return day;
        }
        if (workingDays == null) {
            return deadline;
        }
        throw Refusal.unprocessable(
                "acknowledgeWithinWorkingDays",
                "签收期限（" + day + "）不得晚于整改时限（" + deadline + "）",
                "must not end, on " + day + ", after the deadline, " + deadline);
    }
}
