package io.zhenggai.issue.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What who handles an issue has asked for, and what was decided.
 *
 * @param decidedBy the level that decides
 * @param deadline until when it would be rectified; of an extension
 * @param suggestedUnit who should handle it instead; of a reassignment
 * @param stageGoal what is reached until the first review; of what is to be long-term
 * @param stageReviewOn when that is reviewed; of what is to be long-term
 * @param askedBy by name
 * @param settledAt when it was granted, refused or withdrawn, or lapsed
 * @param settledBy by name; absent of what lapsed
 * @param opinion of who decided
 */
public record IssueRequest(
        UUID id,
        RequestKind kind,
        RequestState state,
        Level decidedBy,
        String reason,
        @Nullable LocalDate deadline,
        @Nullable String suggestedUnit,
        @Nullable String stageGoal,
        @Nullable LocalDate stageReviewOn,
        Instant askedAt,
        String askedBy,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String opinion) {}
