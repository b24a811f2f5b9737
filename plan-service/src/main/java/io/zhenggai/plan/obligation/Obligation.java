package io.zhenggai.plan.obligation;

import io.zhenggai.kit.calendar.BusinessTime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one office or the province owes. Intent methods say whether they changed anything. */
@Entity
@Table(name = "obligation")
class Obligation {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "event_version")
    private long eventVersion;

    @Column(name = "campaign_id")
    private UUID campaignId;

    private int phase;

    @Enumerated(EnumType.STRING)
    private ObligationCode code;

    private String title;

    @Column(name = "region_code")
    private String region;

    @Column(name = "subject_region")
    private @Nullable String subjectRegion;

    private LocalDate deadline;

    @Column(name = "deadline_version")
    private int deadlineVersion = 1;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private ObligationStatus status = ObligationStatus.OPEN;

    @Column(name = "first_submitted_at")
    private @Nullable Instant firstSubmittedAt;

    private boolean late;

    private int returns;

    @Column(name = "resubmit_by")
    private @Nullable LocalDate resubmitBy;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Obligation() {}

    Obligation(UUID id, UUID campaignId, Opening opening, String region, Optional<String> subjectRegion, Instant now) {
        this.id = id;
        this.campaignId = campaignId;
        this.phase = opening.phase();
        this.code = opening.code();
        this.title = opening.title();
        this.region = region;
        this.subjectRegion = subjectRegion.orElse(null);
        this.deadline = opening.deadline();
        this.openedAt = now;
    }

    /**
     * Follows its plan or report, forward only: what is told twice or late changes nothing.
     *
     * @return whether anything changed
     */
    boolean follow(Filing filing) {
        if (progress(ObligationStatus.valueOf(filing.status().name()), filing.returns()) <= progress(status, returns)) {
            return false;
        }
        status = ObligationStatus.valueOf(filing.status().name());
        judge(filing.firstSubmittedAt());
        returns = filing.returns();
        resubmitBy = filing.resubmitBy();
        returnedAt = filing.returnedAt();
        acceptedAt = filing.acceptedAt();
        return true;
    }

    /**
     * Is met by something that was done and shown; recording it counts as the submission.
     *
     * @return whether anything changed; not when it was met before
     */
    boolean fulfil(Instant now) {
        if (status != ObligationStatus.OPEN) {
            return false;
        }
        status = ObligationStatus.ACCEPTED;
        judge(now);
        acceptedAt = now;
        return true;
    }

    /** Punctuality is judged once, on the first submission. */
    private void judge(Instant submittedAt) {
        if (firstSubmittedAt == null) {
            firstSubmittedAt = submittedAt;
            late = BusinessTime.isLate(deadline, submittedAt);
        }
    }

    /** How far a filing has come: submitted, returned once, submitted again, returned twice … and accepted at the end. */
    private static long progress(ObligationStatus status, int returns) {
        return switch (status) {
            case OPEN -> 0;
            case SUBMITTED -> 2L * returns + 1;
            case RETURNED -> 2L * returns;
            case ACCEPTED, WAIVED -> Long.MAX_VALUE;
        };
    }

    /** @return the next version for an event of this obligation: 1, 2, 3 … */
    long nextEventVersion() {
        eventVersion++;
        return eventVersion;
    }

    /** @return the version of the last event of this obligation */
    long eventVersion() {
        return eventVersion;
    }

    ObligationFields fields() {
        return new ObligationFields(
                id,
                campaignId,
                phase,
                code,
                code.kind(),
                title,
                region,
                subjectRegion,
                deadline,
                deadlineVersion,
                openedAt,
                status,
                firstSubmittedAt,
                late,
                returns,
                resubmitBy,
                returnedAt,
                acceptedAt);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }
}
