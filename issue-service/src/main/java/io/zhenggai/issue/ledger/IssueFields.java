package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an issue holds at one moment; compared field by field for the history.
 *
 * @param assignedBy the level that assigned it
 * @param officeAcknowledgedAt by the office, where it was handed on since
 * @param allottedAt since when the lead unit has it from the office 分办; absent where it was not handed on
 * @param acknowledgedAt by whoever it was handed down to last
 * @param dueOn what the light is of: the deadline, or the next stage review of what is long-term; absent when nothing is owed
 * @param verifiedBy who closed it, by name 验收人
 * @param stageGoal of what is long-term
 * @param stageReviewOn of what is long-term: when it is reviewed next
 * @param mergedInto the issue that goes on in its place
 * @param recurrenceOf the closed issue that has come back 问题反弹
 * @param splitFrom the issue whose source item named this region, too
 * @param carriedOverFrom the campaign that it was carried over from last
 * @param extensions how often the deadline was moved
 * @param revocations how often a close-out was revoked
 * @param pendingRequests what was asked for and is not decided yet
 * @param answersOwed how many of its source items, and of those of issues merged into it, are owed an answer
 * @param answerDueOn when the first of these answers is due; absent where no day was set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssueFields(
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
        @Nullable Level verifier,
        @Nullable Level assignedBy,
        @Nullable Instant assignedAt,
        @Nullable LocalDate acknowledgeBy,
        @Nullable Instant officeAcknowledgedAt,
        @Nullable Instant allottedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String causeAnalysis,
        @Nullable String rectificationGoal,
        @Nullable String leadUnit,
        List<String> cooperatingUnits,
        @Nullable String responsiblePerson,
        @Nullable LocalDate deadline,
        @Nullable LocalDate dueOn,
        @Nullable String progress,
        @Nullable Instant progressAt,
        @Nullable String result,
        @Nullable String lastingMechanism,
        @Nullable Instant closeOutRequestedAt,
        @Nullable Instant firstReviewedAt,
        @Nullable Instant closedAt,
        @Nullable String verifiedBy,
        @Nullable String stageGoal,
        @Nullable LocalDate stageReviewOn,
        @Nullable UUID mergedInto,
        @Nullable UUID recurrenceOf,
        @Nullable UUID splitFrom,
        @Nullable UUID carriedOverFrom,
        int returns,
        int extensions,
        int revocations,
        List<RequestKind> pendingRequests,
        int answersOwed,
        @Nullable LocalDate answerDueOn,
        int evidenceCount) {}
