package io.zhenggai.plan.plan;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.plan.obligation.Filing;
import io.zhenggai.plan.plan.content.PlanContent;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One office's plan in one campaign. Intent methods guard the rules of its life; what they refuse changes nothing. */
@Entity
@DynamicUpdate // the content is large, and a review does not change it
@Table(name = "plan")
class Plan {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "event_version")
    private long eventVersion;

    @Column(name = "campaign_id")
    private UUID campaignId;

    @Column(name = "region_code")
    private String region;

    @Enumerated(EnumType.STRING)
    private PlanStatus status = PlanStatus.DRAFT;

    @Convert(converter = PlanContentConverter.class)
    private PlanContent content;

    @Column(name = "goal_count")
    private int goalCount;

    @Column(name = "task_count")
    private int taskCount;

    @Column(name = "measure_count")
    private int measureCount;

    @Column(name = "document_number")
    private @Nullable String documentNumber;

    private @Nullable String signatory;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "first_submitted_at")
    private @Nullable Instant firstSubmittedAt;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    @Column(name = "resubmit_by")
    private @Nullable LocalDate resubmitBy;

    private int returns;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Plan() {}

    Plan(UUID id, UUID campaignId, String region, PlanContent content, Instant now) {
        this.id = id;
        this.campaignId = campaignId;
        this.region = region;
        this.draftedAt = now;
        write(content);
    }

    private void write(PlanContent written) {
        content = written;
        goalCount = written.goals().size();
        taskCount = written.tasks().size();
        measureCount = written.measures().size();
    }

    /** @throws Refusal 409 with the legal moves when this is none of them */
    void refuseUnless(PlanMove move) {
        move.from(status);
    }

    /** 修改: replaces the content, as a draft or when it was returned. */
    void revise(PlanContent revised) {
        status = PlanMove.REVISE.from(status);
        write(revised);
    }

    /** 报送, first or corrected. */
    void submit(PlanSubmission submission, Caller submitting, Instant now) {
        status = PlanMove.SUBMIT.from(status);
        documentNumber = submission.documentNumber().strip();
        signatory = submission.signatory().strip();
        submittedAt = now;
        submittedBy = submitting.person();
        firstSubmittedAt = firstSubmittedAt == null ? now : firstSubmittedAt;
        resubmitBy = null;
    }

    /** 退回, counted. */
    void returnForCorrection(LocalDate until, Caller returning, Instant now) {
        PlanStatus next = PlanMove.RETURN.from(status);
        refuseOwnSubmission(returning);
        status = next;
        returns++;
        returnedAt = now;
        resubmitBy = until;
    }

    /** 审核通过. */
    void accept(Caller accepting, Instant now) {
        PlanStatus next = PlanMove.ACCEPT.from(status);
        refuseOwnSubmission(accepting);
        status = next;
        acceptedAt = now;
    }

    private void refuseOwnSubmission(Caller reviewing) {
        if (reviewing.person().equals(submittedBy)) {
            throw new Refusal(ProblemType.FORBIDDEN, "不得审核本人报送的方案。", "Nobody reviews their own submission.");
        }
    }

    /** @return how it stands, for the obligation to follow; only once it was submitted */
    Filing filing() {
        return new Filing(
                Filing.Status.valueOf(status.name()),
                Objects.requireNonNull(firstSubmittedAt, "a draft is no filing"),
                returns,
                resubmitBy,
                returnedAt,
                acceptedAt);
    }

    /** @return the number of the last submission, from 1: every one before it was returned */
    int submissionNumber() {
        return status == PlanStatus.RETURNED ? returns : returns + 1;
    }

    /** @return the next version for an event of this plan: 1, 2, 3 … */
    long nextEventVersion() {
        eventVersion++;
        return eventVersion;
    }

    PlanFields fields() {
        return new PlanFields(
                id,
                campaignId,
                region,
                status,
                goalCount,
                taskCount,
                measureCount,
                documentNumber,
                signatory,
                draftedAt,
                submittedAt,
                firstSubmittedAt,
                returnedAt,
                resubmitBy,
                returns,
                acceptedAt,
                version);
    }

    PlanContent content() {
        return content;
    }

    UUID id() {
        return id;
    }

    UUID campaignId() {
        return campaignId;
    }

    String region() {
        return region;
    }

    long version() {
        return version;
    }

    long eventVersion() {
        return eventVersion;
    }
}
