package io.zhenggai.notification.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhenggai.notification.dispatch.ItemView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A reminder that came due: of what, to whom, why.
 *
 * @param campaignTitle absent until this service has heard of the campaign
 * @param plannedFor the earliest moment at which it was to leave
 * @param day on which it came due
 * @param dispatchId the message that brings it, or the one that made it needless; absent where the caller may not see that one
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ReminderView(
        UUID id,
        UUID campaignId,
        Optional<String> campaignTitle,
        @JsonUnwrapped ItemView reminder,
        Instant plannedFor,
        LocalDate day,
        ReminderStatus status,
        Optional<UUID> dispatchId) {}
