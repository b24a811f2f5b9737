package io.zhenggai.plan.training;

import io.zhenggai.kit.identity.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A session that was held; never changed. */
@Entity
@Immutable
@Table(name = "training_session")
class TrainingSession {

    @Id
    private UUID id;

    @Column(name = "campaign_id")
    private UUID campaignId;

    @Enumerated(EnumType.STRING)
    private TrainingKind kind;

    @Column(name = "region_code")
    private String region;

    @Column(name = "subject_region")
    private @Nullable String subjectRegion;

    @Column(name = "held_on")
    private LocalDate heldOn;

    private String title;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> units;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> counties;

    private int participants;

    private int experts;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String recorder;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected TrainingSession() {}

    TrainingSession(UUID id, NewTrainingSession from, Caller recording, Instant now) {
        this.id = id;
        this.campaignId = from.campaignId();
        this.kind = from.kind();
        this.region = recording.region();
        this.subjectRegion = from.subjectRegion();
        this.heldOn = from.heldOn();
        this.title = from.title().strip();
        this.units = from.units().stream().distinct().toList();
        this.counties = from.counties().stream().distinct().toList();
        this.participants = from.participants();
        this.experts = Optional.ofNullable(from.experts()).orElse(0);
        this.recordedAt = now;
        this.recordedBy = recording.name();
        this.recorder = recording.person();
    }

    TrainingFields fields() {
        return new TrainingFields(
                id,
                campaignId,
                kind,
                region,
                subjectRegion,
                heldOn,
                title,
                List.copyOf(units),
                List.copyOf(counties),
                participants,
                experts);
    }

    UUID id() {
        return id;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }
}
