package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an issue holds at one moment; compared field by field for the history. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IssueFields(
        UUID id,
        String ledgerNumber,
        UUID campaignId,
        String city,
        String region,
        IssueSource source,
        String description,
        Category category,
        Severity severity,
        IssueStatus status,
        Instant registeredAt,
        @Nullable String registeredUnit,
        @Nullable Verifier verifier,
        @Nullable Instant assignedAt,
        @Nullable LocalDate acknowledgeBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String causeAnalysis,
        @Nullable String rectificationGoal,
        @Nullable String leadUnit,
        List<String> cooperatingUnits,
        @Nullable String responsiblePerson,
        @Nullable LocalDate deadline,
        @Nullable String result,
        @Nullable String lastingMechanism,
        @Nullable Instant closeOutRequestedAt,
        @Nullable Instant firstReviewedAt,
        @Nullable Instant closedAt,
        int returns,
        int evidenceCount) {}
