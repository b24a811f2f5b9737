package io.zhenggai.report.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report holds at one moment; compared field by field for the history.
 *
 * @param returnReasons of the last return, also after its correction
 * @param resubmitBy only while it is returned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportFields(
        UUID id,
        UUID campaignId,
        String region,
        ReportStatus status,
        ReportContent content,
        @Nullable String documentNumber,
        @Nullable String signatory,
        @Nullable Instant submittedAt,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant returnedAt,
        List<ReportReturnReason> returnReasons,
        @Nullable LocalDate resubmitBy,
        int returns,
        @Nullable Instant acceptedAt,
        @Nullable String opinion) {}
