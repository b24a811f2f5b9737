package io.zhenggai.plan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan holds beside its content; the names are those of the entity, of which lists read these alone.
 *
 * @param region the office's code
 * @param documentNumber of the last submission
 * @param signatory of the last submission
 * @param submittedAt of the last submission
 * @param resubmitBy only while RETURNED
 * @param version counts the changes, from 0; what {@code If-Match} is compared with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanFields(
        UUID id,
        UUID campaignId,
        String region,
        PlanStatus status,
        int goalCount,
        int taskCount,
        int measureCount,
        @Nullable String documentNumber,
        @Nullable String signatory,
        Instant draftedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant returnedAt,
        @Nullable LocalDate resubmitBy,
        int returns,
        @Nullable Instant acceptedAt,
        long version) {}
