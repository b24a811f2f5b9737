package io.zhenggai.plan.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an obligation holds; also its public state in events: no text, no person.
 *
 * @param phase the ordinal of the campaign's phase
 * @param title as it stands on the board, such as 整改方案
 * @param region who owes it: an office's code, or 410000
 * @param subjectRegion the city that is trained; only of TARGETED_TRAINING
 * @param deadlineVersion grows when the deadline is moved, so that a moved one is reminded of again
 * @param firstSubmittedAt the moment by which punctuality was judged
 * @param late judged on the first submission, for ever; false while there is none
 * @param resubmitBy only while RETURNED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObligationFields(
        UUID id,
        UUID campaignId,
        int phase,
        ObligationCode code,
        ObligationKind kind,
        String title,
        String region,
        @Nullable String subjectRegion,
        LocalDate deadline,
        int deadlineVersion,
        Instant openedAt,
        ObligationStatus status,
        @Nullable Instant firstSubmittedAt,
        boolean late,
        int returns,
        @Nullable LocalDate resubmitBy,
        @Nullable Instant returnedAt,
        @Nullable Instant acceptedAt) {

    /** @return until when the debtor has to do something; empty when it is another's turn, or nobody's */
    Optional<LocalDate> owedBy() {
        return switch (status) {
            case OPEN -> Optional.of(deadline);
            case RETURNED -> Optional.ofNullable(resubmitBy);
            case SUBMITTED, ACCEPTED, WAIVED -> Optional.empty();
        };
    }
}
