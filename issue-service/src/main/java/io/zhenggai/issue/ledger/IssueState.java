package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issue as others keep it. Whoever shows issues to a department needs every unit by which the ledger does: lead,
 * cooperating, and the one that registered.
 *
 * @param assignedBy the level that assigned it
 * @param allottedOn since when the lead unit has it from the office
 * @param stageReviewOn of what is long-term: when it is reviewed next
 * @param closeOutRequestedOn of the request at hand; a return takes it away
 * @param firstReviewedOn since when the province is to verify
 * @param mergedInto the issue that goes on in its place
 * @param recurrenceOf the closed issue that has come back
 * @param splitFrom the issue whose source item named this region, too
 * @param carriedOverFrom the campaign that it was carried over from last
 * @param campaignsBefore all that it was carried over from, the first one first
 * @param owedSince since when the rectification, or the stage review of what is long-term, is owed by its date: since that was set, or the
 *     issue came back; absent while neither is owed
 * @param pendingRequests what was asked for and is not decided yet
 * @param decisionsOwed the decisions on it, by when and by whom
 * @param answersOwed how many answers its source items are owed
 * @param answerDueOn when the first of them is due
 * @param answerOwedSince since when it is owed by that day
 */
public record IssueState(
        UUID id,
        String ledgerNumber,
        UUID campaignId,
        String city,
        String region,
        IssueSource source,
        Category category,
        Severity severity,
        IssueStatus status,
        @Nullable String registeredUnit,
        @Nullable Level verifier,
        @Nullable Level assignedBy,
        @Nullable String leadUnit,
        List<String> cooperatingUnits,
        LocalDate registeredOn,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate acknowledgeBy,
        @Nullable LocalDate allottedOn,
        @Nullable LocalDate acknowledgedOn,
        @Nullable LocalDate deadline,
        @Nullable LocalDate stageReviewOn,
        @Nullable LocalDate closeOutRequestedOn,
        @Nullable LocalDate firstReviewedOn,
        @Nullable LocalDate closedOn,
        @Nullable UUID mergedInto,
        @Nullable UUID recurrenceOf,
        @Nullable UUID splitFrom,
        @Nullable UUID carriedOverFrom,
        List<UUID> campaignsBefore,
        int returns,
        int extensions,
        int revocations,
        @Nullable Instant owedSince,
        List<RequestKind> pendingRequests,
        List<DecisionOwed> decisionsOwed,
        int answersOwed,
        @Nullable LocalDate answerDueOn,
        @Nullable Instant answerOwedSince,
        int evidenceCount) {

    /** What was told before there were requests has none, nor what was told before their decisions were. */
    @SuppressWarnings("ConstantValue")
    public IssueState {
        cooperatingUnits = List.copyOf(cooperatingUnits);
        pendingRequests = pendingRequests == null ? List.of() : List.copyOf(pendingRequests);
        campaignsBefore = campaignsBefore == null ? List.of() : List.copyOf(campaignsBefore);
        decisionsOwed = decisionsOwed == null ? List.of() : List.copyOf(decisionsOwed);
    }

    static IssueState of(Issue told, List<DecisionOwed> decisions) {
        IssueFields issue = told.fields();
        return new IssueState(
                issue.id(),
                issue.ledgerNumber(),
                issue.campaignId(),
                issue.city(),
                issue.region(),
                issue.source(),
                issue.category(),
                issue.severity(),
                issue.status(),
                issue.registeredUnit(),
                issue.verifier(),
                issue.assignedBy(),
                issue.leadUnit(),
                issue.cooperatingUnits(),
                BusinessTime.dateOf(issue.registeredAt()),
                date(issue.assignedAt()),
                issue.acknowledgeBy(),
                date(issue.allottedAt()),
                date(issue.acknowledgedAt()),
                issue.deadline(),
                issue.stageReviewOn(),
                date(issue.closeOutRequestedAt()),
                date(issue.firstReviewedAt()),
                date(issue.closedAt()),
                issue.mergedInto(),
                issue.recurrenceOf(),
                issue.splitFrom(),
                issue.carriedOverFrom(),
                told.campaignsBefore(),
                issue.returns(),
                issue.extensions(),
                issue.revocations(),
                told.owedSince(),
                issue.pendingRequests(),
                decisions,
                issue.answersOwed(),
                issue.answerDueOn(),
                told.answerOwedSince(),
                issue.evidenceCount());
    }

    private static @Nullable LocalDate date(@Nullable Instant moment) {
        return Optional.ofNullable(moment).map(BusinessTime::dateOf).orElse(null);
    }
}
