package io.zhenggai.plan.obligation;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.UnreadableEventException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from a report's state where the filing stands. */
final class ReportFilings {

    private static final int RESUBMIT_WITHIN_WORKING_DAYS = 3;

    private final WorkingCalendar calendar;

    ReportFilings(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * @return the filing; empty for a draft, and for a status that a newer sender may have
     * @throws UnreadableEventException when a moment is missing that belongs to the status
     */
    Optional<Filing> of(ReportState report) {
        return switch (String.valueOf(report.status())) {
            case "SUBMITTED" -> Optional.of(filing(report, Filing.Status.SUBMITTED));
            case "RETURNED" -> Optional.of(filing(report, Filing.Status.RETURNED));
            case "ACCEPTED" -> Optional.of(filing(report, Filing.Status.ACCEPTED));
            default -> Optional.empty();
        };
    }

    private Filing filing(ReportState report, Filing.Status status) {
        Instant firstSubmittedAt = required("firstSubmittedAt", report.firstSubmittedAt());
        return switch (status) {
            case SUBMITTED -> new Filing(status, firstSubmittedAt, report.returns(), null, report.returnedAt(), null);
            case RETURNED -> {
                Instant returnedAt = required("returnedAt", report.returnedAt());
                LocalDate resubmitBy = Optional.ofNullable(report.resubmitBy()).orElseGet(() -> defaultFor(returnedAt));
                yield new Filing(status, firstSubmittedAt, atLeastOne(report.returns()), resubmitBy, returnedAt, null);
            }
            case ACCEPTED ->
                new Filing(
                        status,
                        firstSubmittedAt,
                        report.returns(),
                        null,
                        report.returnedAt(),
                        required("acceptedAt", report.acceptedAt()));
        };
    }

    private LocalDate defaultFor(Instant returnedAt) {
        return calendar.plusWorkingDays(BusinessTime.dateOf(returnedAt), RESUBMIT_WITHIN_WORKING_DAYS);
    }

    private static int atLeastOne(int returns) {
        if (returns < 1) {
            throw new UnreadableEventException("a RETURNED report counts no return");
        }
        return returns;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new UnreadableEventException("the report has no " + field);
        }
        return value;
    }
}
