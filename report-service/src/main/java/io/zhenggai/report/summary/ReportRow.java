package io.zhenggai.report.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is read for a list, without its texts. The names are those of {@link Report}.
 *
 * @param version counts the changes, from 0; what {@code If-Match} is compared with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportRow(
        UUID id,
        long version,
        UUID campaignId,
        String region,
        ReportStatus status,
        @Nullable String documentNumber,
        @Nullable Instant submittedAt,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant returnedAt,
        @Nullable LocalDate resubmitBy,
        int returns,
        @Nullable Instant acceptedAt) {}
