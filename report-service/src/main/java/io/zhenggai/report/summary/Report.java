package io.zhenggai.report.summary;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One office's report of one campaign. Intent methods guard the rules of its life; what they refuse changes nothing. */
@Entity
@Table(name = "report")
class Report {

    private static final int LONGEST_RESPITE_DAYS = 90;

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
    private ReportStatus status;

    @Convert(converter = StoredContent.class)
    private ReportContent content;

    @Column(name = "document_number")
    private @Nullable String documentNumber;

    private @Nullable String signatory;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "first_submitted_at")
    private @Nullable Instant firstSubmittedAt;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    @Column(name = "return_reasons")
    @Convert(converter = StoredReasons.class)
    private List<ReportReturnReason> returnReasons;

    @Column(name = "resubmit_by")
    private @Nullable LocalDate resubmitBy;

    private int returns;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    private @Nullable String opinion;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Report() {}

    /** A draft. */
    Report(UUID id, UUID campaignId, String region, ReportContent content) {
        this.id = id;
        this.campaignId = campaignId;
        this.region = region;
        this.status = ReportStatus.DRAFT;
        this.content = content;
        this.returnReasons = List.of();
    }

    /** 修改. */
    void revise(ReportContent revised) {
        status = ReportMove.REVISE.from(status);
        content = revised;
    }

    /** 报送: not before each of the five parts says something. */
    void submit(ReportSubmission submission, Caller submitting, Instant now) {
        ReportStatus next = ReportMove.SUBMIT.from(status);
        List<Violation> blank = content.blankParts();
        if (!blank.isEmpty()) {
            throw Refusal.unprocessable(blank);
        }
        status = next;
        documentNumber = submission.documentNumber().strip();
        signatory = submission.signatory().strip();
        submittedAt = now;
        submittedBy = submitting.person();
        firstSubmittedAt = Optional.ofNullable(firstSubmittedAt).orElse(now);
        resubmitBy = null;
    }

    /** 退回修改, counted. */
    void giveBack(ReportReturn back, LocalDate usualRespite, Caller reviewing, Instant now) {
        ReportStatus next = ReportMove.RETURN.from(status);
        refuseOwn(reviewing);
        LocalDate until = Optional.ofNullable(back.resubmitBy()).orElse(usualRespite);
        LocalDate first = BusinessTime.dateOf(now);
        LocalDate last = first.plusDays(LONGEST_RESPITE_DAYS);
        if (until.isBefore(first) || until.isAfter(last)) {
            throw Refusal.unprocessable(
                    "resubmitBy", "重新报送期限须在 " + first + " 至 " + last + " 之间", "must be from " + first + " to " + last);
        }
        status = next;
        returnedAt = now;
        returnReasons = List.copyOf(back.reasons());
        resubmitBy = until;
        returns++;
    }

    /** 审核通过. */
    void accept(ReportAcceptance acceptance, Caller reviewing, Instant now) {
        ReportStatus next = ReportMove.ACCEPT.from(status);
        refuseOwn(reviewing);
        status = next;
        acceptedAt = now;
        opinion = acceptance.opinion().strip();
    }

    private void refuseOwn(Caller reviewing) {
        if (reviewing.person().equals(submittedBy)) {
            throw new Refusal(
                    ProblemType.FORBIDDEN, "不得审核本人报送的总结报告。", "Nobody reviews what they submitted themselves.");
        }
    }

    /** @return which of its submissions is the last one, from 1; 0 before the first. Each but the last was returned */
    int submissions() {
        return status.isOpen() ? returns : returns + 1;
    }

    /** @return the next version for an event of this report: 1, 2, 3 … */
    long nextEventVersion() {
        eventVersion++;
        return eventVersion;
    }

    /** @return everything that may be shown to who may see the report, at this moment */
    ReportFields fields() {
        return new ReportFields(
                id,
                campaignId,
                region,
                status,
                content,
                documentNumber,
                signatory,
                submittedAt,
                firstSubmittedAt,
                returnedAt,
                returnReasons,
                resubmitBy,
                returns,
                acceptedAt,
                opinion);
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

    ReportStatus status() {
        return status;
    }

    ReportContent content() {
        return content;
    }

    Optional<Instant> firstSubmittedAt() {
        return Optional.ofNullable(firstSubmittedAt);
    }

    long version() {
        return version;
    }

    long eventVersion() {
        return eventVersion;
    }
}
