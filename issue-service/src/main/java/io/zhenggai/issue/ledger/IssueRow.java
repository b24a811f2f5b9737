package io.zhenggai.issue.ledger;

import io.zhenggai.kit.history.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the ledger stores of an issue, and what may be read of it. What may be done with it stands in {@link Issue}. */
@MappedSuperclass
abstract class IssueRow {

    @Id
    UUID id;

    @Version
    long version;

    @Column(name = "event_version")
    long eventVersion;

    @Column(name = "ledger_number")
    String ledgerNumber;

    @Column(name = "campaign_id")
    UUID campaignId;

    @Column(name = "city_code")
    String city;

    @Column(name = "region_code")
    String region;

    @Enumerated(EnumType.STRING)
    IssueSource source;

    String description;

    @Enumerated(EnumType.STRING)
    Category category;

    @Enumerated(EnumType.STRING)
    Severity severity;

    @Enumerated(EnumType.STRING)
    IssueStatus status;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "registered_by")
    String registeredBy;

    @Column(name = "registered_unit")
    @Nullable
    String registeredUnit;

    @Enumerated(EnumType.STRING)
    @Nullable
    Level verifier;

    @Enumerated(EnumType.STRING)
    @Column(name = "assigned_by")
    @Nullable
    Level assignedBy;

    @Column(name = "assigned_at")
    @Nullable
    Instant assignedAt;

    @Column(name = "acknowledge_by")
    @Nullable
    LocalDate acknowledgeBy;

    @Column(name = "office_acknowledged_at")
    @Nullable
    Instant officeAcknowledgedAt;

    @Column(name = "allotted_at")
    @Nullable
    Instant allottedAt;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    @Column(name = "cause_analysis")
    @Nullable
    String causeAnalysis;

    @Column(name = "rectification_goal")
    @Nullable
    String rectificationGoal;

    @Column(name = "lead_unit")
    @Nullable
    String leadUnit;

    @Column(name = "cooperating_units")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> cooperatingUnits = new ArrayList<>();

    @Column(name = "responsible_person")
    @Nullable
    String responsiblePerson;

    @Nullable
    LocalDate deadline;

    @Enumerated(EnumType.STRING)
    @Column(name = "deadline_set_by")
    @Nullable
    Level deadlineSetBy;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Nullable
    String progress;

    @Column(name = "progress_at")
    @Nullable
    Instant progressAt;

    @Nullable
    String result;

    @Column(name = "lasting_mechanism")
    @Nullable
    String lastingMechanism;

    @Column(name = "close_out_requested_at")
    @Nullable
    Instant closeOutRequestedAt;

    @Column(name = "close_out_requested_by")
    @Nullable
    String closeOutRequestedBy;

    @Column(name = "first_reviewed_at")
    @Nullable
    Instant firstReviewedAt;

    @Column(name = "first_reviewed_by")
    @Nullable
    String firstReviewedBy;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "closed_by")
    @Nullable
    String closedBy;

    @Column(name = "verified_by")
    @Nullable
    String verifiedBy;

    @Column(name = "stage_goal")
    @Nullable
    String stageGoal;

    @Column(name = "stage_review_on")
    @Nullable
    LocalDate stageReviewOn;

    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before_merge")
    @Nullable
    IssueStatus statusBeforeMerge;

    @Column(name = "recurrence_of")
    @Nullable
    UUID recurrenceOf;

    @Column(name = "split_from")
    @Nullable
    UUID splitFrom;

    @Column(name = "carried_over_from")
    @Nullable
    UUID carriedOverFrom;

    /** The campaigns that it was carried over from, the first one first. */
    @Column(name = "campaigns_before")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> campaignsBefore = new ArrayList<>();

    int returns;

    int extensions;

    int revocations;

    /** Names of {@link RequestKind}. */
    @Column(name = "pending_requests")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> pendingRequests = new ArrayList<>();

    @Column(name = "owed_since")
    @Nullable
    Instant owedSince;

    @Column(name = "rectifying_since")
    @Nullable
    Instant rectifyingSince;

    @Column(name = "answers_owed")
    int answersOwed;

    @Column(name = "answer_due_on")
    @Nullable
    LocalDate answerDueOn;

    /** Null where it was never set anew. */
    @Column(name = "answer_owed_since")
    @Nullable
    Instant answerOwedSince;

    @Column(name = "evidence_count")
    int evidenceCount;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    IssueRow() {}

    /** @return the next version for an event of this issue: 1, 2, 3 … */
    long nextEventVersion() {
        eventVersion++;
        return eventVersion;
    }

    /** @return the version of the last event of this issue */
    long eventVersion() {
        return eventVersion;
    }

    /** @return what was asked for and is not decided yet */
    List<RequestKind> pendingRequests() {
        return pendingRequests.stream().map(RequestKind::valueOf).toList();
    }

    /** @return everything that may be shown to who may see the issue, at this moment */
    IssueFields fields() {
        return new IssueFields(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                source,
                description,
                category,
                severity,
                status,
                registeredAt,
                registeredUnit,
                verifier,
                assignedBy,
                assignedAt,
                acknowledgeBy,
                officeAcknowledgedAt,
                allottedAt,
                acknowledgedAt,
                causeAnalysis,
                rectificationGoal,
                leadUnit,
                List.copyOf(cooperatingUnits),
                responsiblePerson,
                deadline,
                dueOn,
                progress,
                progressAt,
                result,
                lastingMechanism,
                closeOutRequestedAt,
                firstReviewedAt,
                closedAt,
                verifiedBy,
                stageGoal,
                stageReviewOn,
                mergedInto,
                recurrenceOf,
                splitFrom,
                carriedOverFrom,
                returns,
                extensions,
                revocations,
                pendingRequests(),
                answersOwed,
                answerDueOn,
                evidenceCount);
    }

    /** @return whether what is found in that city may be this issue come back */
    boolean mayRecurIn(String foundIn) {
        return status == IssueStatus.CLOSED && city.equals(foundIn);
    }

    /** @return what would be registered if another source item had been its first one */
    NewIssue likeThis(SourceItem item) {
        return likeThisIn(region, item);
    }

    /** @return what is registered of the same for another region */
    NewIssue likeThisIn(String another, SourceItem item) {
        return new NewIssue(campaignId, another, description, category, severity, item);
    }

    /** @return until when it is rectified; null until it is assigned */
    @Nullable
    LocalDate deadline() {
        return deadline;
    }

    /** @return the campaigns that it was carried over from, the first one first */
    List<UUID> campaignsBefore() {
        return List.copyOf(campaignsBefore);
    }

    /** @return since when the rectification, or the stage review, is owed by the date that it has; null while neither is */
    @Nullable
    Instant owedSince() {
        return owedSince;
    }

    /** @return since when it is rectified this time; null where it never was */
    @Nullable
    Instant rectifyingSince() {
        return rectifyingSince;
    }

    /** @return since when the first answer is owed by its date; null where none is, or has a date */
    @Nullable
    Instant answerOwedSince() {
        if (answerDueOn == null) {
            return null;
        }
        return answerOwedSince == null ? registeredAt : answerOwedSince;
    }

    /** @return the issue that goes on in its place; null where none does */
    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    /** @return whether the other one goes on in its place */
    boolean isMergedInto(IssueRow other) {
        return other.id.equals(mergedInto);
    }

    /** @return whether it is named by that */
    boolean isMeantBy(IssueReference reference) {
        return reference.id().filter(id::equals).isPresent()
                || reference
                        .ledgerNumber()
                        .filter(number -> number.toString().equals(ledgerNumber))
                        .isPresent();
    }

    /** @return whether both are found in the same region, in one campaign */
    boolean isBeside(Issue other) {
        return region.equals(other.region) && campaignId.equals(other.campaignId);
    }

    Aggregate aggregate() {
        return new Aggregate(IssueEvents.AGGREGATE_TYPE, id, city, region);
    }

    UUID id() {
        return id;
    }

    String registeredBy() {
        return registeredBy;
    }

    IssueVersion idAndVersion() {
        return new IssueVersion(id, version);
    }

    UUID campaignId() {
        return campaignId;
    }

    long version() {
        return version;
    }
}
