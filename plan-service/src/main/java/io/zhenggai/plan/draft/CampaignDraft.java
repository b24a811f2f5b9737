package io.zhenggai.plan.draft;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.plan.notice.NoticeReading;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice that was read, and what a person makes of it. Once published it changes no more. */
@Entity
@Table(name = "campaign_draft")
class CampaignDraft {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "region_code")
    private String region;

    @Enumerated(EnumType.STRING)
    private DraftStatus status = DraftStatus.OPEN;

    @Column(name = "document_number")
    private @Nullable String documentNumber;

    private @Nullable String title;

    @Convert(converter = ReadingConverter.class)
    private NoticeReading reading;

    @Convert(converter = DraftContentConverter.class)
    private DraftContent content;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "campaign_id")
    private @Nullable UUID campaignId;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected CampaignDraft() {}

    /** Begins with what was read. */
    CampaignDraft(UUID id, NoticeReading reading, Caller by, Instant now) {
        this.id = id;
        this.region = by.region();
        this.reading = reading;
        this.createdAt = now;
        this.createdBy = by.name();
        take(AsRead.content(reading), by, now);
    }

    /** Takes what a person says instead of what was read; the reading stays. */
    void correct(DraftContent corrected, Caller by, Instant now) {
        refuseOncePublished();
        take(corrected, by, now);
    }

    /** @throws Refusal 409 naming the campaign when it is published already */
    void refuseOncePublished() {
        if (status == DraftStatus.PUBLISHED) {
            throw new Refusal(
                    ProblemType.ILLEGAL_TRANSITION,
                    new Words("该草稿已经发布为整改行动，不能再修改或发布。", "This draft is published already and changes no more."),
                    List.of(),
                    Map.of(
                            "currentStatus",
                            status.name(),
                            "legalMoves",
                            List.of(),
                            "campaignId",
                            Objects.requireNonNull(campaignId)));
        }
    }

    /** Became that campaign. */
    void publish(UUID campaign, Caller by, Instant now) {
        refuseOncePublished();
        status = DraftStatus.PUBLISHED;
        campaignId = campaign;
        changedAt = now;
        changedBy = by.name();
    }

    private void take(DraftContent other, Caller by, Instant now) {
        content = other;
        documentNumber = other.documentNumber();
        title = other.title();
        changedAt = now;
        changedBy = by.name();
    }

    DraftFields fields() {
        return new DraftFields(
                id, version, status, documentNumber, title, createdAt, createdBy, changedAt, changedBy, campaignId);
    }

    UUID id() {
        return id;
    }

    String region() {
        return region;
    }

    long version() {
        return version;
    }

    DraftContent content() {
        return content;
    }

    NoticeReading reading() {
        return reading;
    }
}
