package io.zhenggai.plan.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of a report's state; the sender's has more. */
record ReportState(
        UUID campaignId,
        String region,
        @Nullable String status,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant returnedAt,
        @Nullable LocalDate resubmitBy,
        int returns,
        @Nullable Instant acceptedAt) {}
