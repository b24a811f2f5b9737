package io.zhenggai.issue.ledger;

import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One entry of the ledger. Intent methods guard the rules of its life; what they refuse changes nothing. */
@Entity
@Table(name = "issue")
class Issue {

    private static final int MOST_EVIDENCE = 50;
    private static final Set<Role> REASSIGNING = EnumSet.of(Role.PROVINCE, Role.OFFICE, Role.INDICATOR_LEAD);

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "event_version")
    private long eventVersion;

    @Column(name = "ledger_number")
    private String ledgerNumber;

    @Column(name = "campaign_id")
    private UUID campaignId;

    @Column(name = "city_code")
    private String city;

    @Column(name = "region_code")
    private String region;

    @Enumerated(EnumType.STRING)
    private IssueSource source;

    private String description;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Enumerated(EnumType.STRING)
    private IssueStatus status;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column(name = "registered_by")
    private String registeredBy;

    @Column(name = "registered_unit")
    private @Nullable String registeredUnit;

    @Enumerated(EnumType.STRING)
    private @Nullable Verifier verifier;

    @Column(name = "assigned_at")
    private @Nullable Instant assignedAt;

    @Column(name = "acknowledge_by")
    private @Nullable LocalDate acknowledgeBy;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "cause_analysis")
    private @Nullable String causeAnalysis;

    @Column(name = "rectification_goal")
    private @Nullable String rectificationGoal;

    @Column(name = "lead_unit")
    private @Nullable String leadUnit;

    @Column(name = "cooperating_units")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> cooperatingUnits = new ArrayList<>();

    @Column(name = "responsible_person")
    private @Nullable String responsiblePerson;

    private @Nullable LocalDate deadline;

    private @Nullable String result;

    @Column(name = "lasting_mechanism")
    private @Nullable String lastingMechanism;

    @Column(name = "close_out_requested_at")
    private @Nullable Instant closeOutRequestedAt;

    @Column(name = "close_out_requested_by")
    private @Nullable String closeOutRequestedBy;

    @Column(name = "first_reviewed_at")
    private @Nullable Instant firstReviewedAt;

    @Column(name = "first_reviewed_by")
    private @Nullable String firstReviewedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    private int returns;

    @Column(name = "evidence_count")
    private int evidenceCount;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Issue() {}

    Issue(UUID id, LedgerNumber number, NewIssue from, Caller registering, Instant now) {
        this.id = id;
        this.ledgerNumber = number.toString();
        this.campaignId = from.campaignId();
        this.city = number.city();
        this.region = from.region();
        this.source = from.sourceItem().source();
        this.description = from.description();
        this.category = from.category();
        this.severity = from.severity();
        this.status = IssueStatus.REGISTERED;
        this.registeredAt = now;
        this.registeredBy = registering.person();
        this.registeredUnit = registering.unit().orElse(null);
    }

    /** 交办: names the limits, and who verifies; only the province departs from the source's default. */
    void assign(Assignment assignment, Role assigning, LocalDate acknowledgeBy, Instant now) {
        IssueStatus next = IssueMove.ASSIGN.from(status, verifierSoFar());
        Verifier byDefault = source.defaultVerifier(assigning);
        Verifier chosen = Optional.ofNullable(assignment.verifier()).orElse(byDefault);
        if (assigning != Role.PROVINCE && chosen != byDefault) {
            throw Refusal.unprocessable(
                    "verifier",
                    "此类来源的问题由" + byDefault.chinese() + "验收，市级交办时不能更改",
                    "issues of this source are verified by the " + byDefault + "; a city cannot change that");
        }
        status = next;
        verifier = chosen;
        assignedAt = now;
        this.acknowledgeBy = acknowledgeBy;
        deadline = assignment.deadline();
        leadUnit = assignment.leadUnit();
    }

    /** 签收. */
    void acknowledge(Instant now) {
        status = IssueMove.ACKNOWLEDGE.from(status, verifierSoFar());
        acknowledgedAt = now;
    }

    /**
     * 原因分析, with the goal, who leads, who cooperates, who is responsible. Whoever handles the issue names the lead unit where
     * none is named; another one is named by who hands issues down only, for the first one would lose sight of it.
     */
    void analyseCause(CauseAnalysis analysis, Role analysing) {
        IssueStatus next = IssueMove.ANALYSE_CAUSE.from(status, verifierSoFar());
        boolean same = leadUnit != null && Compared.of(leadUnit).equals(Compared.of(analysis.leadUnit()));
        if (leadUnit != null && !same && !REASSIGNING.contains(analysing)) {
            throw Refusal.unprocessable(
                    "leadUnit",
                    "牵头单位已明确为“" + leadUnit + "”，不能自行更换；确需更换的，请报工改办办理",
                    "the lead unit is " + leadUnit + " already; only the office names another one");
        }
        status = next;
        causeAnalysis = analysis.causeAnalysis();
        rectificationGoal = analysis.rectificationGoal();
        // Written otherwise it would be another unit to whoever looks for theirs.
        leadUnit = same ? leadUnit : analysis.leadUnit();
        cooperatingUnits = new ArrayList<>(analysis.cooperatingUnits());
        responsiblePerson = analysis.responsiblePerson();
    }

    /** 开展整改: not before cause, lead unit, responsible person and deadline are known. */
    void rectify() {
        IssueStatus next = IssueMove.RECTIFY.from(status, verifierSoFar());
        if (causeAnalysis == null || leadUnit == null || responsiblePerson == null || deadline == null) {
            throw Refusal.unprocessable(
                    "causeAnalysis",
                    "请先填写原因分析、牵头单位和责任人",
                    "analyse the cause, name lead unit and responsible person first");
        }
        status = next;
    }

    /** 上传佐证材料: up to 50 pieces. */
    void addEvidence() {
        IssueStatus next = IssueMove.ADD_EVIDENCE.from(status, verifierSoFar());
        if (evidenceCount >= MOST_EVIDENCE) {
            throw Refusal.unprocessable(
                    "evidence",
                    "每个问题最多上传 " + MOST_EVIDENCE + " 份佐证材料",
                    "an issue has at most " + MOST_EVIDENCE + " pieces of evidence");
        }
        status = next;
        evidenceCount++;
    }

    /** 申请销号: with result, lasting mechanism and at least one piece of evidence. */
    void requestCloseOut(CloseOutRequest request, Caller requesting, Instant now) {
        IssueStatus next = IssueMove.REQUEST_CLOSE_OUT.from(status, verifierSoFar());
        if (evidenceCount == 0) {
            throw Refusal.unprocessable("evidence", "申请销号须至少上传一份佐证材料", "at least one piece of evidence is required");
        }
        status = next;
        result = request.result();
        lastingMechanism = request.lastingMechanism();
        closeOutRequestedAt = now;
        closeOutRequestedBy = requesting.person();
    }

    /** 初审 by the city, where the province verifies. */
    void firstReview(Caller reviewing, Instant now) {
        IssueStatus next = IssueMove.FIRST_REVIEW.from(status, verifierSoFar());
        refuseUnlessReviewer(reviewing);
        status = next;
        firstReviewedAt = now;
        firstReviewedBy = reviewing.person();
    }

    /** 销号 by who verifies. */
    void close(Caller verifying, Instant now) {
        IssueMove move = verifierSoFar() == Verifier.PROVINCE ? IssueMove.CLOSE_BY_PROVINCE : IssueMove.CLOSE_BY_CITY;
        IssueStatus next = move.from(status, verifierSoFar());
        refuseUnlessReviewer(verifying);
        status = next;
        closedAt = now;
        closedBy = verifying.person();
    }

    /** 退回整改, counted. */
    void returnToRectification(Caller returning) {
        IssueStatus next = IssueMove.RETURN.from(status, verifierSoFar());
        refuseUnlessReviewer(returning);
        status = next;
        returns++;
        closeOutRequestedAt = null;
        closeOutRequestedBy = null;
        firstReviewedAt = null;
        firstReviewedBy = null;
    }

    /** The province reviews what it verifies once the city has; before that, and where the city verifies, the city does. */
    private void refuseUnlessReviewer(Caller reviewing) {
        Role reviewer = status == IssueStatus.FIRST_REVIEWED ? Role.PROVINCE : Role.OFFICE;
        if (reviewing.role() != reviewer) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    reviewer == Role.PROVINCE ? "该问题由省级验收。" : "该问题当前由省辖市、济源示范区工改办审核。",
                    "This step is for the " + reviewer.claim() + " to take.");
        }
        if (reviewing.person().equals(closeOutRequestedBy) || reviewing.person().equals(firstReviewedBy)) {
            throw new Refusal(ProblemType.FORBIDDEN, "不得审核本人提出的销号申请。", "Nobody verifies their own request.");
        }
    }

    /** Until it is assigned, whoever registers does not know yet who verifies: the source's default for the city shows. */
    private Verifier verifierSoFar() {
        return Optional.ofNullable(verifier).orElseGet(() -> source.defaultVerifier(Role.OFFICE));
    }

    List<IssueMove> legalMoves() {
        return IssueMove.legal(status, verifierSoFar());
    }

    /** @return the next version for an event of this issue: 1, 2, 3 … */
    long nextEventVersion() {
        eventVersion++;
        return eventVersion;
    }

    /** @return the version of the last event of this issue */
    long eventVersion() {
        return eventVersion;
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
                assignedAt,
                acknowledgeBy,
                acknowledgedAt,
                causeAnalysis,
                rectificationGoal,
                leadUnit,
                List.copyOf(cooperatingUnits),
                responsiblePerson,
                deadline,
                result,
                lastingMechanism,
                closeOutRequestedAt,
                firstReviewedAt,
                closedAt,
                returns,
                evidenceCount);
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
