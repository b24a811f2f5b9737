package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a request that somebody waits for.
 *
 * @param decidedBy the level that decides
 * @param dueOn the last day on which it is in time: the third working day after it was asked for, of an extension at the latest the day
 *     of the deadline that it is about
 */
public record DecisionOwed(RequestKind kind, Level decidedBy, Instant askedAt, LocalDate dueOn) {

    private static final int WITHIN_WORKING_DAYS = 3;

    /** @param deadline of the issue; null where it has none yet */
    static DecisionOwed of(
            RequestKind kind,
            Level decidedBy,
            Instant askedAt,
            @Nullable LocalDate deadline,
            WorkingCalendar calendar) {
        LocalDate day = calendar.plusWorkingDays(BusinessTime.dateOf(askedAt), WITHIN_WORKING_DAYS);
        boolean sooner = kind == RequestKind.EXTENSION && deadline != null && deadline.isBefore(day);
        return new DecisionOwed(kind, decidedBy, askedAt, sooner ? deadline : day);
    }
}
