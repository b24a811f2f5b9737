package io.zhenggai.plan.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it stands in a list.
 *
 * @param version counts the changes, from 0; what {@code If-Match} is compared with
 * @param createdBy the name of who sent the notice
 * @param changedBy the name of who changed it last
 * @param campaignId the campaign that it became; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftFields(
        UUID id,
        long version,
        DraftStatus status,
        @Nullable String documentNumber,
        @Nullable String title,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy,
        @Nullable UUID campaignId) {}
