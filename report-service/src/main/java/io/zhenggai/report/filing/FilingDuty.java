package io.zhenggai.report.filing;

import io.zhenggai.kit.calendar.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an office must file by when, as the plan service last told it.
 *
 * @param deadline the last day that is in time
 * @param firstSubmittedAt when it was first submitted, as the plan service knows by now
 * @param late the plan service's judgement of the first submission, for ever
 */
public record FilingDuty(LocalDate deadline, Optional<Instant> firstSubmittedAt, boolean late) {

    /**
     * @param submittedAt when it was first submitted; empty while it was not
     * @return whether that was too late; until the plan service has heard of it, held against the deadline known here. Empty
     *     while nothing was submitted
     */
    public Optional<Boolean> late(Optional<Instant> submittedAt) {
        return submittedAt.map(moment -> firstSubmittedAt.isPresent() ? late : BusinessTime.isLate(deadline, moment));
    }
}
